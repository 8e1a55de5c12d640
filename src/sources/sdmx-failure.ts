import { DataError } from '../errors.js';
import { saysNothingMatches } from './sdmx-message.js';

/**
 * What a refusal means (SDMX REST, status codes): 404 with the words of the service is a question without results,
 * 413 a reply that the service finds too large.
 */
export function explainSdmx({ code, details }: DataError): 'nothing' | DataError | undefined {
  const { status, serverMessage } = details;
  if (code !== 'http') return undefined;
  if (status === 413) return new DataError('too-big', details);
  const isNothing = status === 404 && serverMessage !== undefined && saysNothingMatches(serverMessage);
  return isNothing ? 'nothing' : undefined;
}
