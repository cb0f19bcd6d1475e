/** Een stand in het geheugen: voor tests, oefenen en kleine hoeveelheden. Dezelfde antwoorden als een database. */
import { geldendeStarts, geldendeStops, geldendeVersie, type Versie } from './afleiden.ts'
import type { BekendePrestatie, Bron, Debetsleutel, Verbruik, Verzoek } from './bron.ts'
import type { Contractproduct, Gemeentecode } from './contract.ts'
import {
  type Berichtfeiten,
  type Declaratiefeit,
  type Oordeelfeit,
  type Partijen,
  type Prestatie,
  regelsleutel,
  sleuteltekst,
  type Toewijzing,
} from './feit.ts'
import { groepeer } from '#core/base/groepeer.ts'

/** Wat niet uit berichten komt. */
export type Buitenwereld = {
  readonly contracten?: ReadonlyMap<string, readonly Contractproduct[]>
  readonly gemeenten?: readonly Gemeentecode[]
}
export const contractsleutel = ({ gemeente, aanbieder }: Partijen): string => `${gemeente}/${aanbieder}`

export type Stand = Bron & {
  /** Neemt een bericht op. Twee keer hetzelfde bericht is één keer, en de volgorde maakt niet uit. */
  neem(feiten: Berichtfeiten): void
  /** Alles wat nu geldt, in een vaste volgorde: twee standen met dezelfde berichten zijn hierop gelijk. */
  momentopname(p: Partijen): Momentopname
}
export type Momentopname = {
  readonly toewijzingen: readonly Toewijzing[]
  readonly starts: readonly object[]
  readonly stops: readonly object[]
  readonly verzoeken: readonly Verzoek[]
  readonly declaraties: readonly Declaratiefeit[]
  readonly prestaties: readonly BekendePrestatie[]
}

export function maakStand(buiten: Buitenwereld = {}): Stand {
  const berichten = new Map<string, Berichtfeiten>()
  const oordelen = new Map<string, Oordeelfeit[]>()

  const isAfgewezen = (f: Berichtfeiten): boolean => (oordelen.get(sleuteltekst(f.sleutel)) ?? []).some((o) => o.uitkomst === 'afgewezen')
  /** De berichten van dit paar die tellen. */
  const geldend = (p: Partijen): Berichtfeiten[] => vanGemeente(p).filter((f) => f.partijen.aanbieder === p.aanbieder)
  const vanGemeente = (p: Partijen): Berichtfeiten[] =>
    [...berichten.values()].filter((f) => f.partijen.gemeente === p.gemeente && !isAfgewezen(f))

  const toewijzingen = (feiten: readonly Berichtfeiten[]): Toewijzing[] => {
    const versies = feiten.flatMap((f) => f.toewijzingen.map((toewijzing): Versie => ({ toewijzing, herkomst: herkomst(f) })))
    return [...groepeer(versies, (v) => v.toewijzing.nummer).values()].flatMap((groep) => geldendeVersie(groep) ?? [])
  }
  const starts = (p: Partijen) => geldendeStarts(geldend(p).flatMap((f) => f.starts))
  const stops = (p: Partijen) => geldendeStops(geldend(p).flatMap((f) => f.stops))

  const verzoeken = (p: Partijen): Verzoek[] => {
    const feiten = geldend(p)
    const antwoorden = groepeer(
      feiten.flatMap((f) => f.antwoorden),
      (a) => a.referentie,
    )
    const gehonoreerd = new Set(feiten.flatMap((f) => f.toewijzingen).map((t) => t.referentieAanbieder))
    return feiten
      .flatMap((f) => f.verzoeken)
      .map((v) => ({
        ...v,
        antwoorden: (antwoorden.get(v.referentie) ?? []).map((a) => a.antwoord).sort(),
        isGehonoreerd: gehonoreerd.has(v.referentie),
      }))
  }

  const status = (p: Prestatie, f: Berichtfeiten): BekendePrestatie['status'] => {
    const oordeel = oordelen.get(sleuteltekst(f.sleutel))
    if (oordeel === undefined) return 'ingediend'
    const sleutel = regelsleutel(p.bsn, p.referentie, p.vorige)
    return oordeel.some((o) => o.afgewezenRegels.has(sleutel)) ? 'afgewezen' : 'toegekend'
  }
  const prestaties = (p: Partijen): BekendePrestatie[] => {
    const regels = geldend(p).flatMap((f) => f.prestaties.map((regel) => ({ ...regel, status: status(regel, f) })))
    const gecrediteerd = new Set(regels.filter((r) => r.dc === 'C' && r.status !== 'afgewezen').map((r) => r.vorige))
    return regels.map((r) => ({ ...r, isGecrediteerd: r.dc === 'D' && r.status !== 'afgewezen' && gecrediteerd.has(r.referentie) }))
  }
  const telt = (r: BekendePrestatie): boolean => r.status !== 'afgewezen'
  const isOpenDebet = (r: BekendePrestatie): boolean => telt(r) && r.dc === 'D' && !r.isGecrediteerd

  return {
    neem: (feiten) => {
      const tekst = sleuteltekst(feiten.sleutel)
      const bekend = berichten.get(tekst)
      if (bekend !== undefined && !(feiten.vervangt && isAfgewezen(bekend))) return
      if (bekend !== undefined) oordelen.delete(tekst)
      berichten.set(tekst, feiten)
      if (feiten.oordeel === undefined) return
      const over = sleuteltekst(feiten.oordeel.over)
      oordelen.set(over, [...(oordelen.get(over) ?? []), feiten.oordeel])
    },
    berichten: (p, naam, identificaties) =>
      [...berichten.values()]
        .filter((f) => f.sleutel.naam === naam && identificaties.includes(f.sleutel.identificatie) && isPaar(f.partijen, p))
        .map((f) => ({ sleutel: f.sleutel, isAfgewezen: isAfgewezen(f) })),
    toewijzingen: (p, nummers) => waar(toewijzingen(vanGemeente(p)), nummers, (t) => t.nummer),
    toewijzingenVan: (p, bsns) => waar(toewijzingen(geldend(p)), bsns, (t) => t.bsn),
    bekendeClienten: (p, bsns) => {
      const bekend = new Set(geldend(p).flatMap((f) => f.toewijzingen.map((t) => t.bsn)))
      return bsns.filter((bsn) => bekend.has(bsn))
    },
    leveringen: (p, bsns) => ({ starts: waar(starts(p), bsns, (s) => s.bsn), stops: waar(stops(p), bsns, (s) => s.bsn) }),
    verzoeken: (p, op) => verzoeken(p).filter((v) => op.referenties.includes(v.referentie) || op.bsns.includes(v.bsn)),
    declaraties: (p, op) =>
      geldend(p).flatMap((f) =>
        f.declaraties
          .filter((d) => op.nummers.includes(d.nummer) || op.identificaties.includes(d.identificatie))
          .map((d) => ({ ...d, bsns: op.bsns.filter((bsn) => f.prestaties.some((r) => r.bsn === bsn)) })),
      ),
    laatsteDeclaratieperiode: (p) =>
      geldend(p)
        .flatMap((f) => f.declaraties.map((d) => d.periode.van))
        .sort()
        .at(-1) ?? null,
    prestaties: (p, referenties) => waar(prestaties(p), referenties, (r) => r.referentie),
    openDebet: (p, sleutels) => waar(prestaties(p).filter(isOpenDebet), sleutels.map(debetsleutel), debetsleutel),
    verbruik: (p, nummers) => {
      const regels = waar(prestaties(p).filter(telt), nummers, (r) => r.toewijzing)
      return [...groepeer(regels, (r) => r.toewijzing)].map(([toewijzing, groep]) => telOp(toewijzing, groep, isOpenDebet))
    },
    contract: (p, codes) => buiten.contracten?.get(contractsleutel(p))?.filter((product) => codes.includes(product.code)) ?? null,
    gemeenten: (codes) => buiten.gemeenten?.filter((g) => codes.includes(g.code)) ?? null,
    momentopname: (p) => ({
      toewijzingen: gesorteerd(toewijzingen(geldend(p))),
      starts: gesorteerd(starts(p)),
      stops: gesorteerd(stops(p)),
      verzoeken: gesorteerd(verzoeken(p)),
      declaraties: gesorteerd(geldend(p).flatMap((f) => f.declaraties)),
      prestaties: gesorteerd(prestaties(p)),
    }),
  }
}

/** De dingen waarvan de sleutel gevraagd is. */
function waar<D, S>(dingen: readonly D[], gevraagd: readonly S[], sleutel: (ding: D) => S): D[] {
  const verzameling = new Set(gevraagd)
  return dingen.filter((ding) => verzameling.has(sleutel(ding)))
}
const debetsleutel = ({ toewijzing, van }: Debetsleutel): string => `${toewijzing}|${van}`

const isPaar = (a: Partijen, b: Partijen): boolean => a.gemeente === b.gemeente && a.aanbieder === b.aanbieder
const herkomst = (f: Berichtfeiten) => ({ dagtekening: f.dagtekening, identificatie: f.sleutel.identificatie })

function telOp(toewijzing: number, regels: readonly BekendePrestatie[], isOpen: (r: BekendePrestatie) => boolean): Verbruik {
  const perEenheid: Record<string, number> = {}
  let bedrag = 0
  for (const r of regels) {
    const teken = r.dc === 'D' ? 1 : -1
    perEenheid[r.eenheid] = (perEenheid[r.eenheid] ?? 0) + teken * r.volume
    bedrag += teken * r.bedrag
  }
  return { toewijzing, bedrag, perEenheid, openRegels: regels.filter((r) => isOpen(r) && r.status === 'toegekend').length }
}

const gesorteerd = <T>(dingen: readonly T[]): T[] =>
  dingen
    .map((ding) => ({ ding, tekst: JSON.stringify(ding) }))
    .sort((a, b) => (a.tekst < b.tekst ? -1 : a.tekst > b.tekst ? 1 : 0))
    .map(({ ding }) => ding)
