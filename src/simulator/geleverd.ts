/** Wat er per toewijzing en maand te declareren is: de regel, met opzet fout of goed, en later soms een correctie. */
import { type Datum, plusMaanden } from '#core/base/datum.ts'
import type { WMO323 } from '#messages/iwmo-3-2/release.ts'
import type { BekendePrestatie } from '#messages/keten/bron.ts'
import { geldtOp } from '#messages/keten/contract.ts'
import type { Start, Stop, Toewijzing } from '#messages/keten/feit.ts'
import { dagenTussen, eerste, laatste, maandVan, type Periode } from '#messages/keten/kalender.ts'
import { bedragVanMinuten, tariefVanMinuut } from '#messages/keten/tarief.ts'
import { pogingenTot } from './paar.ts'
import { type Beeld, MAX_POGINGEN } from './zaak.ts'
import { kenmerk, trek } from './zaaien.ts'

type Prestatie = WMO323['Declaratie']['Clienten']['Client'][number]['Prestaties']['Prestatie'][number]
export type Regelbron = { readonly bsn: string; readonly periode: Periode; readonly regels: readonly Prestatie[] }
type Geleverd = Beeld & { readonly t: Toewijzing; readonly periode: Periode }

const MINUUT = '01'
const UUR = '04'

/** Alles wat nu in te dienen is, op toewijzing en maand. */
export function regelbronnen(beeld: Beeld): Regelbron[] {
  const { nu, gedrag, zaad, moment } = beeld
  const stops = nu.stops as Stop[]
  return (nu.starts as Start[]).flatMap((s) => {
    const t = nu.toewijzingen.find((x) => x.nummer === s.nummer)
    if (t?.product?.Code === undefined || t.omvang === undefined || trek(zaad, 'declareert', t.nummer) >= gedrag.declaratie.kans) return []
    const gestopt = stops.find((x) => x.nummer === s.nummer && x.begindatum === s.begindatum)?.einddatum
    const tot = eerste(gestopt ?? moment.vandaag, t.einddatum ?? moment.vandaag)
    return maandenTussen(s.begindatum, eerste(tot, moment.vandaag)).flatMap((maand) => {
      const periode = { van: laatste(maand.van, t.ingangsdatum), tot: eerste(maand.tot, t.einddatum ?? maand.tot) }
      const regels = periode.tot < moment.vandaag ? regelsVan({ ...beeld, t, periode }) : []
      return regels.length === 0 ? [] : [{ bsn: t.bsn, periode, regels }]
    })
  })
}

function maandenTussen(van: string, tot: string): Periode[] {
  const uit: Periode[] = []
  for (let maand: Datum | null = maandVan(van).van as Datum; maand !== null && maand <= tot; maand = plusMaanden(maand, 1))
    uit.push(maandVan(maand))
  return uit
}

/** Nog niets ingediend: een regel. Afgewezen: de goede. Toegekend: soms een correctie. */
function regelsVan(g: Geleverd): Prestatie[] {
  const { paar, t, periode, nu, gedrag, zaad } = g
  const debet = nu.prestaties.filter((p) => p.toewijzing === t.nummer && p.van === periode.van && p.dc === 'D')
  const staat = debet.find((p) => p.status !== 'afgewezen' && !p.isGecrediteerd)
  const eerder = pogingenTot(paar, 'WMO323', t.nummer, periode.van)
  if (staat === undefined) return eerder < MAX_POGINGEN ? regel(g, eerder) : []
  const magCorrigeren = staat.status === 'toegekend' && pogingenTot(paar, 'credit', t.nummer, periode.van) === 0
  if (!magCorrigeren || trek(zaad, 'correctie', t.nummer, periode.van) >= gedrag.declaratie.correctie) return []
  return [credit(g, staat), ...regel(g, eerder, 0.9)]
}

const nummer = ({ paar: { partijen }, zaad, t, periode }: Geleverd, ...delen: readonly unknown[]): string =>
  kenmerk(zaad, partijen.aanbieder, partijen.gemeente, 'regel', t.nummer, periode.van, ...delen)

/** Alles als in de debetregel, behalve het eigen nummer. */
const credit = (g: Geleverd, { bedrag, ...p }: BekendePrestatie): Prestatie =>
  ({
    ProductReferentie: { ReferentieNummer: nummer(g, 'credit'), VorigReferentieNummer: p.referentie },
    ToewijzingNummer: p.toewijzing,
    ProductCategorie: p.categorie,
    ProductCode: p.code,
    ProductPeriode: { Begindatum: p.van, Einddatum: p.tot },
    GeleverdVolume: p.volume,
    Eenheid: p.eenheid,
    ...(p.tarief !== undefined && { ProductTarief: p.tarief }),
    IngediendBedrag: { Bedrag: bedrag, DebetCredit: 'C' },
  }) as Prestatie

function regel(g: Geleverd, poging: number, deel = 1): Prestatie[] {
  const { t, periode, gedrag, zaad } = g
  const isFout = poging === 0 && trek(zaad, 'fout', t.nummer, periode.van) < gedrag.declaratie.fout
  const soort = isFout ? Math.floor(trek(zaad, 'soort fout', t.nummer, periode.van) * 3) : -1
  const volume = Math.max(1, Math.floor(volumeVan(g) * deel)) * (soort === 0 ? 4 : 1)
  const eenheid = t.omvang?.Eenheid ?? ''
  const prijs = prijsVan(g, eenheid, volume, soort === 1 ? 125 : 0)
  if (prijs === null || volume === 0) return []
  return [
    {
      ProductReferentie: { ReferentieNummer: nummer(g, poging) },
      ToewijzingNummer: t.nummer,
      ProductCategorie: t.product?.Categorie,
      ProductCode: soort === 2 ? 'XXXXX' : t.product?.Code,
      ProductPeriode: { Begindatum: periode.van, Einddatum: periode.tot },
      GeleverdVolume: volume,
      Eenheid: eenheid,
      ProductTarief: prijs.tarief,
      IngediendBedrag: { Bedrag: prijs.bedrag, DebetCredit: 'D' },
    } as Prestatie,
  ]
}

/** Een deel van wat er in deze dagen is toegewezen. */
function volumeVan({ t, periode, gedrag: { declaratie }, zaad }: Geleverd): number {
  const deel = declaratie.minst + (declaratie.meest - declaratie.minst) * trek(zaad, 'volume', t.nummer, periode.van)
  const dagen = dagenTussen(periode)
  const { Volume = 0, Frequentie = '' } = t.omvang ?? {}
  const maanddagen = dagenTussen(maandVan(periode.van))
  const perDag: Record<string, number> = {
    1: Volume,
    2: Volume / 7,
    4: Volume / maanddagen,
    6: Volume / dagenTussen({ van: t.ingangsdatum, tot: t.einddatum ?? periode.tot }),
  }
  return Math.floor((perDag[Frequentie] ?? 0) * dagen * deel)
}

/** Een uurtarief in minuten wordt pas aan het eind afgerond. `teVeel` is een tarief dat niet is afgesproken. */
function prijsVan(
  { gedrag, periode }: Geleverd,
  eenheid: string,
  volume: number,
  teVeel: number,
): { tarief: number; bedrag: number } | null {
  const opDag = gedrag.declaratie.tarieven.filter((t) => geldtOp(t, periode.van))
  const tarief = (van: string) => opDag.find((t) => t.eenheid === van)?.tarief
  const eigen = tarief(eenheid)
  if (eigen !== undefined) return { tarief: eigen + teVeel, bedrag: (eigen + teVeel) * volume }
  const uur = eenheid === MINUUT ? tarief(UUR) : undefined
  return uur === undefined ? null : { tarief: tariefVanMinuut(uur + teVeel), bedrag: bedragVanMinuten(uur + teVeel, volume) }
}
