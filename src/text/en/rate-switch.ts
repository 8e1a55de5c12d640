import type { RateSwitchMessages } from '../rate-switch-messages.js';

export const rateSwitch: RateSwitchMessages = {
  label: 'What is shown',
  rate: 'Rate',
  count: 'Cases',
  shown: (heading) => `Shown: ${heading}`,
  caution:
    'Numbers of cases cannot be compared between places of different population: the rate is for that.',
};
