import { about } from '../../src/text/es/about.js';
import { bars } from '../../src/text/es/bars.js';
import { comparison } from '../../src/text/es/comparison.js';
import { download } from '../../src/text/es/download.js';
import { error } from '../../src/text/es/error.js';
import { figure } from '../../src/text/es/figure.js';
import { filter } from '../../src/text/es/filter.js';
import { map } from '../../src/text/es/map.js';
import { marks } from '../../src/text/es/marks.js';
import { method } from '../../src/text/es/method.js';
import { owner } from '../../src/text/es/owner.js';
import { profile } from '../../src/text/es/profile.js';
import { rateSwitch } from '../../src/text/es/rate-switch.js';
import { remarks } from '../../src/text/es/remarks.js';
import { rareRemarks } from '../../src/text/es/rare-remarks.js';
import { table } from '../../src/text/es/table.js';
import { targets } from '../../src/text/es/targets.js';
import { trend } from '../../src/text/es/trend.js';
import type { Messages } from '../../src/text/messages.js';

/** All that is said in Spanish, as a language file has it. */
export const spanish: Messages = {
  figure,
  remarks: { ...remarks, ...rareRemarks },
  error,
  about,
  rateSwitch,
  trend,
  comparison,
  marks,
  bars,
  map,
  table,
  download,
  method,
  targets,
  filter,
  profile,
  owner,
};
