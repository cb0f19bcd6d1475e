/** De database als bron voor het oordeel over een bericht: elke vraag gaat over alle sleutels tegelijk. */
import { maakRij } from '#core/base/rij.ts'
import type { Kluis } from '#storage/kluis.ts'
import { type Gemeenterij, leesGemeentelijst, leesTarieven, type Tariefrij } from '#storage/berichten/contracten.ts'
import { type Administratie, type Clientboek, maakClientboek } from '#storage/berichten/clientboek.ts'
import * as vragen from '#storage/berichten/vragen.ts'
import type { Tx } from '#storage/transactie.ts'
import { geldendeStarts, geldendeStops } from '#messages/keten/afleiden.ts'
import type { BekendePrestatie, Bron, Levering, Verbruik } from '#messages/keten/bron.ts'
import type { Contractproduct } from '#messages/keten/contract.ts'
import type { Partijen, Product, Toewijzing, Toewijzinginhoud } from '#messages/keten/feit.ts'
import { groepeer } from '#core/base/groepeer.ts'

/** Binnen één transactie, gebonden aan deze administratie. */
export function maakBron(tx: Tx, kluis: Kluis, wij: Administratie, boek: Clientboek = maakClientboek(tx, kluis, wij)): Bron {
  // Vragen op één verbinding gaan na elkaar, ook als zij tegelijk gesteld worden.
  const achterElkaar = maakRij()
  const paar = ({ aanbieder }: Partijen): vragen.Paar => ({ ...wij, aanbieder })
  const indexen = (bsns: readonly string[]): Buffer[] => bsns.map(boek.index)
  /** Haalt rijen op en leert meteen wie hun cliënten zijn. */
  const haal = <R extends { readonly bsn_index: Buffer }>(vraag: () => Promise<R[]>): Promise<R[]> =>
    achterElkaar(async () => {
      const rijen = await vraag()
      await boek.leer(rijen.map((r) => r.bsn_index))
      return rijen
    })
  const naarToewijzing = (p: Partijen) => (r: vragen.Toewijzingrij) => toewijzingVan(r, p, boek.bsn(r.bsn_index))
  const naarPrestatie = (r: vragen.Prestatierij) => prestatieVan(r, boek.bsn(r.bsn_index))
  return {
    berichten: (p, naam, identificaties) =>
      achterElkaar(async () => (await vragen.leesKenmerken(tx, paar(p), naam, identificaties)).map(berichtVan)),
    toewijzingen: async (p, nummers) => (await haal(() => vragen.leesToewijzingen(tx, paar(p), nummers))).map(naarToewijzing(p)),
    toewijzingenVan: async (p, bsns) => (await haal(() => vragen.leesToewijzingenVan(tx, paar(p), indexen(bsns)))).map(naarToewijzing(p)),
    bekendeClienten: (p, bsns) =>
      achterElkaar(async () => {
        const bekend = new Set((await vragen.leesBekendeClienten(tx, paar(p), indexen(bsns))).map((i) => i.toString('hex')))
        return bsns.filter((bsn) => bekend.has(boek.index(bsn).toString('hex')))
      }),
    leveringen: async (p, bsns) => {
      const rijen = await haal(() => vragen.leesLeveringen(tx, paar(p), indexen(bsns)))
      return leveringVan(rijen, (r) => boek.bsn(r.bsn_index))
    },
    verzoeken: async (p, { referenties, bsns }) => {
      const rijen = await haal(() => vragen.leesVerzoeken(tx, paar(p), { referenties, clienten: indexen(bsns) }))
      return rijen.map(({ referentie, soort, bsn_index, ingangsdatums, antwoorden, is_gehonoreerd: isGehonoreerd }) => ({
        referentie,
        soort,
        bsn: boek.bsn(bsn_index),
        ingangsdatums,
        antwoorden,
        isGehonoreerd,
      }))
    },
    declaraties: (p, op) =>
      achterElkaar(async () => {
        const rijen = await vragen.leesDeclaraties(tx, paar(p), { ...op, clienten: indexen(op.bsns) })
        return rijen.map(({ xsd_versie: xsdVersie, van, tot, totaal, clienten, nummer, identificatie, dagtekening }) => ({
          nummer,
          identificatie,
          dagtekening,
          xsdVersie,
          periode: { van, tot },
          totaal: Number(totaal),
          bsns: clienten.map(boek.bsn),
        }))
      }),
    laatsteDeclaratieperiode: (p) => achterElkaar(() => vragen.leesLaatstePeriode(tx, paar(p))),
    prestaties: async (p, referenties) => (await haal(() => vragen.leesPrestaties(tx, paar(p), referenties))).map(naarPrestatie),
    openDebet: async (p, sleutels) => (await haal(() => vragen.leesOpenDebet(tx, paar(p), sleutels))).map(naarPrestatie),
    verbruik: (p, nummers) => achterElkaar(async () => verbruikVan(await vragen.leesVerbruik(tx, paar(p), nummers))),
    contract: (p, codes) =>
      achterElkaar(async () => {
        const tarieven = await leesTarieven(tx, p, codes)
        return tarieven && productenVan(tarieven)
      }),
    gemeenten: (codes) =>
      achterElkaar(async () => {
        const lijst = await leesGemeentelijst(tx, codes)
        return lijst === null ? null : lijst.map(gemeentecodeVan)
      }),
  }
}

const berichtVan = ({ naam, afzender, identificatie, is_afgewezen: isAfgewezen }: vragen.Berichtrij) => ({
  sleutel: { naam, afzender, identificatie },
  isAfgewezen,
})

const gemeentecodeVan = ({ code, van, tot }: Gemeenterij) => ({ code, ...(van !== '' && { van }), ...(tot !== null && { tot }) })

const productVan = (categorie: string | null, code: string | null): Product | undefined =>
  categorie === null ? undefined : { Categorie: categorie, ...(code !== null && { Code: code }) }

type Inhoudrij = Omit<vragen.Toewijzingrij, 'nummer' | 'bsn_index' | 'toewijzingsdatum' | 'toewijzingstijd' | 'referentie' | 'indicatie'>
/** Waar een declaratieregel langs gelegd wordt; wat leeg is ontbreekt. */
export function inhoudVan(r: Inhoudrij): Toewijzinginhoud {
  const product = productVan(r.categorie, r.code)
  return {
    aanbieder: r.aanbieder,
    ingangsdatum: r.ingangsdatum,
    ...(r.einddatum !== null && { einddatum: r.einddatum }),
    ...(r.reden_wijziging !== null && { redenWijziging: r.reden_wijziging }),
    ...(product && { product }),
    ...(r.volume !== null && { omvang: { Volume: r.volume, Eenheid: r.eenheid ?? '', Frequentie: r.frequentie ?? '' } }),
    ...(r.budget !== null && { budget: r.budget }),
  }
}

/** Een rij als toewijzing; wat leeg is ontbreekt. */
export function toewijzingVan(r: vragen.Toewijzingrij, { gemeente }: Pick<Partijen, 'gemeente'>, bsn: string): Toewijzing {
  return {
    gemeente,
    nummer: r.nummer,
    bsn,
    toewijzingsdatum: r.toewijzingsdatum,
    toewijzingstijd: r.toewijzingstijd,
    ...inhoudVan(r),
    ...(r.referentie !== null && { referentieAanbieder: r.referentie }),
  }
}

function leveringVan(rijen: readonly vragen.Leveringrij[], bsnVan: (r: vragen.Leveringrij) => string): Levering {
  const start = (r: vragen.Leveringrij) => {
    const product = productVan(r.categorie, r.code)
    return {
      bsn: bsnVan(r),
      ...(r.nummer !== null && { nummer: r.nummer }),
      ...(product && { product }),
      begindatum: r.begindatum,
      ...(r.toewijzing_ingangsdatum !== null && { toewijzingIngangsdatum: r.toewijzing_ingangsdatum }),
      status: r.status,
    }
  }
  const stops = rijen.filter((r) => r.soort === 'stop')
  return {
    starts: geldendeStarts(rijen.filter((r) => r.soort === 'start').map(start)),
    stops: geldendeStops(stops.map((r) => ({ ...start(r), reden: r.reden ?? '', einddatum: r.einddatum ?? '' }))),
  }
}

function prestatieVan(
  { bsn_index: _, is_gecrediteerd: isGecrediteerd, vorige, tarief, ...r }: vragen.Prestatierij,
  bsn: string,
): BekendePrestatie {
  return { ...r, bsn, isGecrediteerd, ...(vorige !== null && { vorige }), ...(tarief !== null && { tarief }) }
}

function verbruikVan(rijen: readonly vragen.Verbruikrij[]): Verbruik[] {
  return [...groepeer(rijen, (r) => r.toewijzing)].map(([toewijzing, groep]) => ({
    toewijzing,
    bedrag: som(groep.map((r) => r.bedrag)),
    perEenheid: Object.fromEntries(groep.map((r) => [r.eenheid, Number(r.volume)])),
    openRegels: som(groep.map((r) => r.open_regels)),
  }))
}
const som = (getallen: readonly string[]): number => getallen.reduce((tot, g) => tot + Number(g), 0)

function productenVan(tarieven: readonly Tariefrij[]): Contractproduct[] {
  return [...groepeer(tarieven, (t) => `${t.code}|${t.categorie}`).values()].map((groep) => ({
    code: groep[0]?.code ?? '',
    categorie: groep[0]?.categorie ?? '',
    tarieven: groep.map(({ eenheid, tarief, van, tot, catalogusproduct, naam }) => ({
      eenheid,
      van,
      ...((catalogusproduct ?? naam) !== null && { afspraak: `${catalogusproduct ?? ''}|${naam ?? ''}` }),
      ...(tarief !== null && { tarief }),
      ...(tot !== null && { tot }),
    })),
  }))
}
