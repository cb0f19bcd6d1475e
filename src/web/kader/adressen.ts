/** Adressen buiten de API waar het aanmelden begint. */
export const aanmeldadres = (naar: string): string => `/aanmelden/start?${new URLSearchParams({ naar })}`
export const demoadres = '/aanmelden/demo'
/** Waar een nieuw tabblad uitkomt dat alleen geopend is om opnieuw aan te melden. */
export const weerAangemeld = '/aangemeld'

/** Eerste delen van adressen van de werkplek. Ze kunnen geen catalogus zijn. */
export const werkdelen: ReadonlySet<string> = new Set([
  'werk',
  'inwoners',
  'zaken',
  'onderzoeken',
  'indicaties',
  'berichten',
  'aanbieders',
  'catalogusbeheer',
  'toezicht',
  'beheer',
  'aangemeld',
])
