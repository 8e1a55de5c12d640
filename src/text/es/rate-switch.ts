import type { RateSwitchMessages } from '../rate-switch-messages.js';

export const rateSwitch: RateSwitchMessages = {
  label: 'Qué se muestra',
  rate: 'Tasa',
  count: 'Casos',
  shown: (heading) => `Se muestra: ${heading}`,
  caution: 'Los números de casos no se comparan entre lugares de distinta población: para eso está la tasa.',
};
