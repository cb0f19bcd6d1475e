/** Stukken waar de toetsen over declaraties uit bestaan. */
import type { Berichtwaarden } from '../iwmo-3-2/release.ts'
import { ANDER_BSN } from '../voorbeelden.testhulp.ts'
import type { Regel, Zending } from './oefening.testhulp.ts'

/** Een regel met dit nummer over een hele maand van 2026. */
export const maand = (
  nummer: string,
  laatste: number,
  maand: string,
): Partial<Regel> & { ProductReferentie: Regel['ProductReferentie'] } => ({
  ProductReferentie: { ReferentieNummer: nummer },
  ProductPeriode: { Begindatum: `2026-${maand}-01`, Einddatum: `2026-${maand}-${laatste}` },
})
/** Een declaratie over een andere maand; dagtekeningen schuiven mee. */
export const over = (periode: { Begindatum: string; Einddatum: string }, dagtekening: string) => (m: Berichtwaarden['WMO323']) => {
  m.Header.BerichtIdentificatie.Dagtekening = dagtekening
  m.Declaratie.DeclaratieDagtekening = dagtekening
  m.Declaratie.DeclaratiePeriode = periode
}
export const februari = over({ Begindatum: '2026-02-01', Einddatum: '2026-02-28' }, '2026-03-02')
export const maart = over({ Begindatum: '2026-03-01', Einddatum: '2026-03-31' }, '2026-04-02')
export const april = { systeemdatum: '2026-04-10' }
export const voorAnder = (zending: Zending): Zending => {
  if ('Client' in zending.waarde) zending.waarde.Client.Bsn = ANDER_BSN
  return zending
}
export const budget = { Product: { Categorie: '02' }, Omvang: undefined, Budget: 500_000 } as const
export const omvang = (Volume: number, Eenheid: Regel['Eenheid'], Frequentie: '1' | '2' | '4' | '6') => ({
  Omvang: { Volume, Eenheid, Frequentie },
})
export const euro = (GeleverdVolume: number) =>
  ({ GeleverdVolume, Eenheid: '83', ProductTarief: undefined, IngediendBedrag: { Bedrag: GeleverdVolume, DebetCredit: 'D' } }) as const
export const huishouden = { Product: { Categorie: '01', Code: '01A01' } } as const
export const bijHuishouden = { ProductCategorie: '01', ProductCode: '01A01' } as const
