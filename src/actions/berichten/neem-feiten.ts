/** De feiten van een bericht in de database: wat het brengt, en wat het over een ander bericht zegt. */
import { bewaarFeiten, bewaarOordeel, type Feitrij, type Feitsoort, type Herkomst } from '#storage/berichten/feiten.ts'
import type { Clientboek } from '#storage/berichten/clientboek.ts'
import type { Tx } from '#storage/transactie.ts'
import { dagVan } from '#messages/dagen.ts'
import type { Berichtfeiten, Prestatie, Product, Start, Stop, Toewijzing } from '#messages/keten/feit.ts'
import { regeldelen } from '#messages/keten/feit.ts'

export type Doel = { readonly tx: Tx; readonly boek: Clientboek; readonly herkomst: Herkomst }

/** Legt de feiten vast bij hun bericht. Bij een eigen toewijzing hoort de indicatie waar zij uit voortkomt. */
export async function neemFeiten(doel: Doel, f: Berichtfeiten, indicaties: ReadonlyMap<number, string> = new Map()): Promise<void> {
  const { tx, boek, herkomst } = doel
  await boek.bewaar(clientenVan(f))
  const client = (bsn: string) => ({ bsn_index: boek.index(bsn) })
  const leg = <F>(soort: Feitsoort, feiten: readonly F[], rij: (feit: F) => Feitrij, vanaf = 0) => legVast(doel, soort, feiten, rij, vanaf)
  await leg('toewijzing', f.toewijzingen, (t) => ({ ...client(t.bsn), ...toewijzingrij(t, f), indicatie: indicaties.get(t.nummer) }))
  await leg('levering', f.starts, (s) => ({ ...client(s.bsn), ...startrij(s), soort: 'start', status: s.status }))
  await leg('levering', f.stops, (s) => ({ ...client(s.bsn), ...stoprij(s) }), f.starts.length)
  await leg('verzoek', f.verzoeken, ({ bsn, referentie, soort, ingangsdatums }) => ({ ...client(bsn), referentie, soort, ingangsdatums }))
  await leg('verzoekantwoord', f.antwoorden, ({ referentie, antwoord }) => ({ referentie, antwoord }))
  await leg('declaratie', f.declaraties, ({ xsdVersie, periode, ...d }) => ({ ...d, xsd_versie: xsdVersie, ...periode }))
  await leg('prestatie', f.prestaties, (p) => prestatierij(p, boek))
  if (f.oordeel === undefined) return
  await bewaarOordeel(tx, { ...herkomst, over: f.oordeel.over, uitkomst: f.oordeel.uitkomst })
  await neemAfgewezen(doel, [...f.oordeel.afgewezenRegels])
}

/** Zoveel rijen per beurt: tussen twee beurten wacht de database, en komt ander werk van dit proces aan de beurt. */
const RIJEN_PER_BEURT = 500

async function legVast<F>(
  { tx, herkomst }: Doel,
  soort: Feitsoort,
  feiten: readonly F[],
  rij: (feit: F) => Feitrij,
  vanaf: number,
): Promise<void> {
  for (let van = 0; van < feiten.length; van += RIJEN_PER_BEURT)
    await bewaarFeiten(tx, soort, herkomst, feiten.slice(van, van + RIJEN_PER_BEURT).map(rij), vanaf + van)
}

/** Regels (`regelsleutel`) die een antwoord afwijst; `vanaf` telt door als zij in delen komen. */
export async function neemAfgewezen({ tx, boek, herkomst }: Doel, regels: readonly string[], vanaf = 0): Promise<void> {
  const rijen = regels.map((sleutel) => {
    const { bsn, referentie, vorige = '' } = regeldelen(sleutel)
    return { bsn_index: boek.index(bsn), referentie, vorige }
  })
  await bewaarFeiten(tx, 'afgewezen_regel', herkomst, rijen, vanaf)
}

const clientenVan = (f: Berichtfeiten): string[] => [
  ...[...f.toewijzingen, ...f.starts, ...f.stops, ...f.verzoeken, ...f.prestaties].map((feit) => feit.bsn),
]

const productrij = (p: Product | undefined): Feitrij => ({ categorie: p?.Categorie, code: p?.Code })

const toewijzingrij = (t: Toewijzing, f: Berichtfeiten): Feitrij => ({
  nummer: t.nummer,
  toewijzingsdatum: t.toewijzingsdatum,
  toewijzingstijd: t.toewijzingstijd,
  versie: versiesleutel(t, f),
  ingangsdatum: t.ingangsdatum,
  einddatum: t.einddatum,
  reden_wijziging: t.redenWijziging,
  ...productrij(t.product),
  volume: t.omvang?.Volume,
  eenheid: t.omvang?.Eenheid,
  frequentie: t.omvang?.Frequentie,
  budget: t.budget,
  referentie: t.referentieAanbieder,
})

const startrij = (s: Start): Feitrij => ({
  nummer: s.nummer,
  ...productrij(s.product),
  begindatum: s.begindatum,
  toewijzing_ingangsdatum: s.toewijzingIngangsdatum,
})

const stoprij = (s: Stop & { readonly status: string }): Feitrij => ({
  ...startrij(s),
  soort: 'stop',
  status: s.status,
  reden: s.reden,
  einddatum: s.einddatum,
})

const prestatierij = ({ bsn, declaratie: _, ...p }: Prestatie, boek: Clientboek): Feitrij => ({ ...p, bsn_index: boek.index(bsn) })

/**
 * De volgorde van versies als tekst: Toewijzingsdatum, Toewijzingstijd, en bij gelijke stempels dagtekening en nummer van het bericht.
 * Byte voor byte vergeleken is zij gelijk aan `geldendeVersie`.
 */
export function versiesleutel(t: Toewijzing, f: Pick<Berichtfeiten, 'dagtekening' | 'sleutel'>): string {
  const tijd = t.toewijzingstijd.includes('.') ? t.toewijzingstijd.replace(/\.?0+$/, '') : t.toewijzingstijd
  const nummer = Buffer.from(f.sleutel.identificatie, 'utf16le').swap16().toString('hex')
  // Een spatie komt voor een punt en voor een cijfer: 09:30:00 is eerder dan 09:30:00.5.
  return [dagsleutel(t.toewijzingsdatum), tijd, dagsleutel(f.dagtekening), nummer].join(' ')
}

/** Jaren voor onze jaartelling en na 9999 komen op hun plek. */
function dagsleutel(datum: string): string {
  const { jaar, maand, dag } = dagVan(datum)
  return [String(jaar + 5_000_000_000).padStart(10, '0'), String(maand).padStart(2, '0'), String(dag).padStart(2, '0')].join('')
}
