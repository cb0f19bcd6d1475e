/**
 * Namen van gegevens in het geheugen van de pagina. De eerste naam is de soort, zodat `vervallen(client, 'inwoner')` alles van een
 * soort opnieuw laat halen. Nooit een BSN of een zoekterm met persoonsgegevens in een sleutel die bewaard wordt.
 */
export const sleutels = {
  sessie: () => ['sessie'] as const,
  aanmeldwijzen: () => ['aanmeldwijzen'] as const,
  werkvoorraad: () => ['werkvoorraad'] as const,
  filters: () => ['filters'] as const,
  zaken: (filter: Readonly<Record<string, unknown>> = {}) => ['zaken', filter] as const,
  zaak: (id: string) => ['zaak', id] as const,
  inwoners: (filter: Readonly<Record<string, unknown>> = {}) => ['inwoners', filter] as const,
  inwoner: (id: string) => ['inwoner', id] as const,
  tijdlijn: (inwoner: string) => ['inwoner', inwoner, 'tijdlijn'] as const,
  inzagen: (inwoner: string) => ['inwoner', inwoner, 'inzagen'] as const,
  noodtoegangen: () => ['noodtoegangen'] as const,
  onderzoek: (id: string) => ['onderzoek', id] as const,
  antwoorden: (onderzoek: string, vraag: string) => ['onderzoek', onderzoek, 'antwoorden', vraag] as const,
  advies: (onderzoek: string) => ['onderzoek', onderzoek, 'advies'] as const,
  samenvatting: (onderzoek: string) => ['onderzoek', onderzoek, 'samenvatting'] as const,
  indicatie: (id: string) => ['indicatie', id] as const,
  toewijzingen: (indicatie: string) => ['indicatie', indicatie, 'toewijzingen'] as const,
  toewijzingskeuzes: (indicatie: string) => ['indicatie', indicatie, 'toewijzingskeuzes'] as const,
  toewijzingsvoorstel: (indicatie: string) => ['indicatie', indicatie, 'toewijzingsvoorstel'] as const,
  cataloguspublicaties: () => ['cataloguspublicaties'] as const,
  instellingkeuzes: () => ['instellingkeuzes'] as const,
  simulatie: (id: string) => ['simulatie', id] as const,
  auditregels: (filter: Readonly<Record<string, unknown>> = {}) => ['auditregels', filter] as const,
  medewerkers: () => ['medewerkers'] as const,
  medewerker: (id: string) => ['medewerkers', id] as const,
  teams: () => ['teams'] as const,
  sessies: () => ['sessies'] as const,
  wachtrij: () => ['wachtrij'] as const,
} as const
