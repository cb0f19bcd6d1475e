/** Termijnen en verschillen zoals een mens ze zou narekenen: rij voor rij, zonder database. */
import { type Datum, plusDagen } from '#core/base/datum.ts'
import { datumVanTijdstip, vanMs } from '#core/base/tijdstip.ts'
import { beoordeelReactie, type Termijnsoort } from '#core/toewijzing/reactietermijn.ts'
import { VANDAAG, type Wereld } from './ketenwereld.testhulp.ts'

export type Feit = {
  soort: string
  aanbieder: string | null
  kenmerk: string
  bericht: string | null
  indicatie: string | null
  vanaf: string
  klaarOp: string | null
}
const dag = (tijd: string): string => datumVanTijdstip(vanMs(Date.parse(tijd)))
const dagOf = (tijd: string | null | undefined): string | null => (tijd ? dag(tijd) : null)
const eerste = (lijst: (string | null | undefined)[]): string | null => lijst.filter((x) => typeof x === 'string').sort()[0] ?? null

export function rekenNa(w: Wereld) {
  const opId = new Map(w.bericht.map((b) => [b.id, b]))
  const b = (id: string) => opId.get(id) as Wereld['bericht'][number]
  const over = (x: Wereld['bericht'][number]) =>
    w.oordeel.filter(
      (o) =>
        !o.vervallen_op &&
        o.aanbieder === x.aanbieder &&
        o.over_naam === x.naam &&
        o.over_identificatie === x.identificatie &&
        o.over_afzender === x.afzender,
    )
  const staat = (id: string) => b(id).telt && b(id).vervangen_op === null
  const telt = (id: string) => staat(id) && !over(b(id)).some((o) => o.uitkomst === 'afgewezen')
  const zelfde = (x: { nummer: number | null; bsn_index: string }, y: { nummer: number | null; bsn_index: string }) =>
    x.nummer === y.nummer && x.bsn_index === y.bsn_index
  const alle = w.toewijzing.filter((t) => telt(t.bericht))
  const volgorde = (t: (typeof alle)[number]) => `${t.versie}|${b(t.bericht).dagtekening}|${b(t.bericht).identificatie}`
  const geldend = alle
    .filter((t) => alle.every((x) => !zelfde(x, t) || volgorde(x) <= volgorde(t)))
    .filter((t) => !(t.einddatum === t.ingangsdatum && ['01', '13'].includes(t.reden_wijziging ?? '')))
    .map((t) => {
      const versies = alle.filter((x) => zelfde(x, t)).sort((x, y) => (volgorde(x) < volgorde(y) ? 1 : -1))
      return {
        ...t,
        indicatie: versies.find((x) => x.indicatie !== null)?.indicatie ?? null,
        ontvangen: eerste(versies.map((x) => dag(b(x.bericht).verzonden_op ?? b(x.bericht).vastgelegd_op))) as string,
      }
    })
  const gemeld = (t: { nummer: number; bsn_index: string }, soort: 'start' | 'stop') => {
    const van = w.levering.filter((l) => zelfde(l, t) && l.soort === soort && l.reden !== '20' && telt(l.bericht))
    if (van.reduce((n, l) => n + (l.status === '1' ? 1 : -1), 0) <= 0) return null
    return {
      begin: eerste(van.map((l) => l.begindatum)) as string,
      eind:
        van
          .map((l) => l.einddatum)
          .sort()
          .at(-1) ?? null,
      op: eerste(van.map((l) => dag(b(l.bericht).vastgelegd_op))) as string,
    }
  }

  const feiten: Feit[] = []
  const zet = (
    soort: string,
    aanbieder: string | null,
    kenmerk: string,
    bericht: string | null,
    indicatie: string | null,
    vanaf: string,
    klaarOp: string | null,
  ) => void feiten.push({ soort, aanbieder, kenmerk, bericht, indicatie, vanaf, klaarOp })
  for (const x of w.bericht) {
    const naam = `${x.naam} ${x.identificatie}`
    if (x.richting === 'uit' && ['WMO301', 'WMO319'].includes(x.naam) && x.verzonden_op && !x.vervangen_op)
      zet('retour', x.aanbieder, naam, x.id, null, dag(x.verzonden_op), eerste(over(x).map((o) => dag(b(o.bericht).vastgelegd_op))))
    if (x.richting === 'in' && ['geaccepteerd', 'afgewezen', 'deels'].includes(x.uitkomst) && /^WMO3(05|07|15|17|23)$/.test(x.naam))
      zet(
        x.naam === 'WMO323' ? 'declaratieantwoord' : 'eigen_retour',
        x.aanbieder,
        naam,
        x.id,
        null,
        dag(x.vastgelegd_op),
        dagOf(x.retour && b(x.retour).verzonden_op),
      )
  }
  for (const t of geldend) {
    const [start, stop] = [gemeld(t, 'start'), gemeld(t, 'stop')]
    const vanaf = start?.begin ?? t.ingangsdatum
    if (t.ingangsdatum <= VANDAAG)
      zet(
        'start',
        t.aanbieder,
        `toewijzing ${t.nummer}`,
        t.bericht,
        t.indicatie,
        vanaf > t.ontvangen ? vanaf : t.ontvangen,
        start?.op ?? null,
      )
    const eind = stop?.eind ?? t.einddatum
    if (start && eind !== null && eind <= VANDAAG)
      zet('stop', t.aanbieder, `toewijzing ${t.nummer}`, t.bericht, t.indicatie, eind, stop?.op ?? null)
  }
  for (const v of w.verzoek.filter((x) => telt(x.bericht))) {
    const bij = (x: { aanbieder: string; referentie: string | null; bericht: string }) =>
      x.aanbieder === v.aanbieder && x.referentie === v.referentie && telt(x.bericht)
    const op = (rijen: { bericht: string }[]) => eerste(rijen.map((x) => dag(b(x.bericht).vastgelegd_op)))
    const antwoord = (wat: string) => op(w.verzoekantwoord.filter((a) => bij(a) && a.antwoord === wat))
    const besloten = eerste([op(w.toewijzing.filter(bij)), antwoord('1')])
    const onderzoek = antwoord('2')
    zet(
      v.soort === 'VOT' ? 'verzoek_toewijzing' : 'verzoek_wijziging',
      v.aanbieder,
      `verzoek ${v.referentie}`,
      v.bericht,
      null,
      dag(b(v.bericht).vastgelegd_op),
      eerste([besloten, onderzoek]),
    )
    if (onderzoek) zet('in_onderzoek', v.aanbieder, `verzoek ${v.referentie}`, v.bericht, null, b(v.bericht).dagtekening, besloten)
  }
  for (const maand of ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'])
    for (const aanbieder of ['11111111', '22222222']) {
      const [jaar, m] = maand.split('-').map(Number) as [number, number]
      const laatste = plusDagen(`${jaar}-${String(m + 1).padStart(2, '0')}-01` as Datum, -1)
      const loopt = geldend.filter(
        (t) =>
          t.aanbieder === aanbieder &&
          (gemeld(t, 'start')?.begin ?? '9') <= laatste &&
          (t.einddatum === null || t.einddatum >= `${maand}-01`),
      )
      if (loopt.length === 0) continue
      const ontvangen = eerste(loopt.map((t) => t.ontvangen)) as string
      const erin = [...w.declaratie, ...w.prestatie.filter((x) => x.dc === 'D')].filter(
        (x) => x.aanbieder === aanbieder && x.van.startsWith(maand) && telt(x.bericht),
      )
      zet(
        'declaratie',
        aanbieder,
        `maand ${maand}`,
        null,
        null,
        laatste > ontvangen ? laatste : ontvangen,
        eerste(erin.map((x) => dag(b(x.bericht).vastgelegd_op))),
      )
    }

  const verschillen: Omit<Feit, 'klaarOp'>[] = []
  const meld = (
    soort: string,
    aanbieder: string | null,
    kenmerk: string,
    bericht: string | null,
    indicatie: string | null,
    vanaf: string,
  ) => void verschillen.push({ soort, aanbieder, kenmerk, bericht, indicatie, vanaf })
  const einde = (id: string, soort: string) =>
    w.gebeurtenis
      .filter((g) => g.indicatie === id && g.soort === soort && !w.gebeurtenis.some((v) => v.vervangt === g.id))
      .map((g) => g.datum)
      .sort()
      .at(-1) ?? null
  const laatsteDag = (i: Wereld['indicatie'][number]) => {
    const ingetrokken = einde(i.id, 'ingetrokken')
    return eerste([i.tot, einde(i.id, 'beeindigd'), ingetrokken && plusDagen(ingetrokken as Datum, -1)])
  }
  for (const i of w.indicatie) {
    const laatste = laatsteDag(i)
    if (
      i.leveringsvorm === 'zin' &&
      i.van <= VANDAAG &&
      (laatste ?? '9') >= VANDAAG &&
      einde(i.id, 'opdracht_buitenom') === null &&
      !w.indicatie.some((v) => v.vervangt === i.id) &&
      !w.toewijzing.some((t) => t.indicatie === i.id)
    )
      meld('indicatie_zonder_toewijzing', null, `indicatie vanaf ${i.van.split('-').reverse().join('-')}`, null, i.id, i.van)
    for (const t of geldend)
      if (laatste !== null && t.indicatie === i.id && (t.einddatum === null || t.einddatum > laatste))
        meld('toewijzing_langer_dan_indicatie', t.aanbieder, `toewijzing ${t.nummer}`, t.bericht, i.id, laatste)
  }
  for (const x of w.bericht)
    if (x.richting === 'uit' && !x.verzonden_op && !x.vervangen_op && x.vastgelegd_op < `${VANDAAG}T11:00:00Z`)
      meld('bericht_niet_verstuurd', x.aanbieder, `${x.naam} ${x.identificatie}`, x.id, null, dag(x.vastgelegd_op))
  for (const t of w.toewijzing)
    if (
      staat(t.bericht) &&
      !telt(t.bericht) &&
      !w.toewijzing.some((n) => zelfde(n, t) && n.versie >= t.versie && n.bericht !== t.bericht) &&
      !(t.indicatie !== null && geldend.some((n) => n.indicatie === t.indicatie))
    )
      meld('toewijzing_afgewezen', t.aanbieder, `toewijzing ${t.nummer}`, t.bericht, t.indicatie, b(t.bericht).dagtekening)
  const los = (soort: string, rijen: { aanbieder: string; bericht: string; nummer: number | null; bsn_index: string; van: string }[]) => {
    const zonder = rijen.filter((x) => x.nummer !== null && telt(x.bericht) && !geldend.some((t) => zelfde(t, x)))
    for (const sleutel of new Set(zonder.map((x) => `${x.aanbieder}|${x.nummer}`))) {
      const van = zonder.filter((x) => `${x.aanbieder}|${x.nummer}` === sleutel)
      meld(
        soort,
        sleutel.split('|')[0] as string,
        `toewijzing ${sleutel.split('|')[1]}`,
        eerste(van.map((x) => x.bericht)),
        null,
        eerste(van.map((x) => x.van)) as string,
      )
    }
  }
  los(
    'levering_zonder_toewijzing',
    w.levering.map((l) => ({ ...l, van: l.begindatum })),
  )
  los(
    'declaratie_zonder_toewijzing',
    w.prestatie.map((x) => ({ ...x, nummer: x.toewijzing })),
  )
  for (const o of w.oordeel)
    if (
      !o.vervallen_op &&
      b(o.bericht).richting === 'in' &&
      !w.bericht.some((x) => x.naam === o.over_naam && x.identificatie === o.over_identificatie && x.afzender === o.over_afzender)
    )
      meld('antwoord_zonder_bericht', o.aanbieder, `${o.over_naam} ${o.over_identificatie}`, o.bericht, null, b(o.bericht).dagtekening)
  return { geldend, feiten, verschillen }
}

/** Elk feit met zijn oordeel, voor zover het meetelt. */
export const oordeelUit = (feiten: readonly Feit[], sinds: string, gelijkgesteld: readonly Datum[]) =>
  feiten
    .filter((f) => f.vanaf >= sinds || f.klaarOp === null)
    .map((f) => ({
      ...f,
      ...beoordeelReactie(
        { soort: f.soort as Termijnsoort, vanaf: f.vanaf as Datum, klaarOp: f.klaarOp as Datum | null },
        VANDAAG,
        gelijkgesteld,
      ),
    }))
