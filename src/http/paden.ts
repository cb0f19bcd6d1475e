/** Elk adres van de server staat hier één keer. */
export const paden = {
  catalogi: '/catalogi.json',
  catalogus: '/catalogi/:id/:versie.json',
  gezond: '/healthz',
  klaar: '/readyz',
  meetwaarden: '/metrics',
} as const
