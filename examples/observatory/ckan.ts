import type { CkanCall } from './ckan-call.js';
import { CkanError } from './ckan-error.js';
import { packageSearch, packageShow, resourceShow } from './ckan-packages.js';
import { datastoreSearch } from './ckan-search.js';
import { datastoreSearchSql } from './ckan-sql.js';
import { json, type Reply } from './reply.js';

type CkanAction = (call: CkanCall) => unknown;

export const CKAN_ROOT = '/ckan/api/3/action/';

const ACTIONS: ReadonlyMap<string, CkanAction> = new Map<string, CkanAction>([
  ['package_search', packageSearch],
  ['package_show', packageShow],
  ['resource_show', resourceShow],
  ['datastore_search', datastoreSearch],
  ['datastore_search_sql', datastoreSearchSql],
]);

/** Answers one action of a CKAN 2.9 to 2.11 portal. */
export async function answerCkan(name: string, call: CkanCall): Promise<Reply> {
  const action = ACTIONS.get(name);
  // An action that is switched off is not known at all.
  if (!action || (name === 'datastore_search_sql' && !call.sql)) {
    return json(`Bad request - Action name not known: ${name}`, 400);
  }
  const help = `${call.siteUrl}${CKAN_ROOT}help_show?name=${name}`;
  try {
    return json({ help, success: true, result: await action(call) });
  } catch (error) {
    if (error instanceof CkanError) return error.toReply(help);
    throw error;
  }
}
