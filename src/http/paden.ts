/** Elk adres van de server staat hier één keer. */
export const paden = {
  catalogi: '/catalogi.json',
  catalogus: '/catalogi/:id/:versie.json',
  paginastijl: '/pagina.css',
  gezond: '/healthz',
  klaar: '/readyz',
  meetwaarden: '/metrics',
} as const
