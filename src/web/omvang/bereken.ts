import { parseDatum } from '#core/base/datum.ts'
import type { Keuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { leesOmvang } from '#core/indicatie/lees-omvang.ts'
import type { Regeluitkomst } from '#core/indicatie/normregels.ts'
import { berekenOmvang, type Omvang } from '#core/indicatie/omvang.ts'
import type { Omvangmelding } from '#core/indicatie/omvangmelding.ts'
import { inDagdelen, type Omvangstand, type Regel } from './stand.ts'

/** De uitkomst met alles wat het scherm bij een veld of regel moet zetten. */
export type Berekening = {
  readonly omvang: Omvang | null
  /** Uitkomst per regel; een onaffe regel staat er niet in. */
  readonly perRegel: ReadonlyMap<string, Regeluitkomst>
  /** Wat er niet te lezen is, per veld of regel (`regel 3`). */
  readonly veldfouten: ReadonlyMap<string, string>
  readonly bezwaren: readonly (Omvangmelding & { readonly regel: string | null })[]
  readonly waarschuwingen: readonly (Omvangmelding & { readonly regel: string | null })[]
}

export function keuzeVan(s: Omvangstand): Keuze {
  return { ...(s.gemeente === null ? {} : { gemeente: s.gemeente }), instellingen: s.instellingen }
}

/** Komma of punt; wat geen getal is blijft tekst, zodat de kern het bij naam weigert. */
export function alsGetal(tekst: string): number | string {
  const schoon = tekst.trim().replace(',', '.').replace('−', '-')
  return /^-?\d+(\.\d+)?$/.test(schoon) ? Number(schoon) : tekst.trim()
}

const isAf = (r: Regel) => r.activiteit.trim() !== '' && r.minuten.trim() !== '' && r.aantal.trim() !== ''

function ruweRegel(r: Regel): Record<string, unknown> {
  const teksten = { zwaarte: r.zwaarte, resultaat: r.resultaat, reden: r.reden, motivering: r.motivering }
  const gevuld = Object.fromEntries(Object.entries(teksten).filter(([, t]) => t.trim() !== ''))
  return {
    activiteit: r.activiteit,
    minuten: alsGetal(r.minuten),
    keer: { aantal: alsGetal(r.aantal), per: r.per },
    soort: r.soort,
    ...gevuld,
  }
}

/** Rekent met alles wat al klopt. Wat nog niet te lezen is staat bij zijn veld en telt niet mee. */
export function bereken(catalogus: Catalogus, s: Omvangstand): Berekening {
  const veldfouten = new Map<string, string>()
  const periode = leesPeriode(s, veldfouten)
  const leeg = s.regels.length === 0
  let regels = s.regels.filter(isAf)
  const kop = { ...keuzeVan(s), product: s.product, ...periode }
  for (let poging = 0; poging < 2; poging++) {
    const ruw = inDagdelen(catalogus.producten[s.product]) ? ruweDagdelen(s) : ruweRegels(s, regels)
    if (ruw === null) break
    const gelezen = leesOmvang(catalogus, { ...kop, ...ruw })
    if (gelezen.ok) return alsBerekening(berekenOmvang(catalogus, gelezen.value.keuze, gelezen.value.opgave), regels, veldfouten, leeg)
    for (const f of gelezen.fout) {
      const plek = /^\/regels\/(\d+)/.exec(f.plaats)
      veldfouten.set(plek ? `regel ${regels[Number(plek[1])]?.id}` : f.plaats.slice(1).split('/')[0] || 'invoer', f.tekst)
    }
    regels = regels.filter((r) => !veldfouten.has(`regel ${r.id}`))
    if (veldfouten.has('vastgesteld')) s = { ...s, vastgesteld: '' }
  }
  return { omvang: null, perRegel: new Map(), veldfouten, bezwaren: [], waarschuwingen: [] }
}

/** De hele opgave zoals de server haar leest, met elke regel; null zolang er niets te sturen is. */
export const alsOpgave = (catalogus: Catalogus, s: Omvangstand): Record<string, unknown> | null =>
  inDagdelen(catalogus.producten[s.product]) ? ruweDagdelen(s) : ruweRegels(s, s.regels)

function leesPeriode(s: Omvangstand, fouten: Map<string, string>): { van?: string; tot?: string } {
  if (s.van === '' && s.tot === '') return {}
  if (parseDatum(s.van) === null) {
    fouten.set('van', s.van === '' ? 'Vul ook de eerste dag in.' : 'Vul een dag in die bestaat.')
    return {}
  }
  if (s.tot === '') return { van: s.van }
  if (parseDatum(s.tot) === null || s.tot < s.van) {
    fouten.set('tot', s.tot < s.van ? 'De laatste dag ligt voor de eerste. Verander een van de twee.' : 'Vul een dag in die bestaat.')
    return {}
  }
  return { van: s.van, tot: s.tot }
}

function ruweRegels(s: Omvangstand, regels: readonly Regel[]): Record<string, unknown> {
  const onderbouwd = s.capaciteiten.trim() !== '' || s.situatie.trim() !== ''
  return {
    regels: regels.map(ruweRegel),
    ...(s.vastgesteld.trim() === ''
      ? {}
      : {
          vastgesteld: {
            minutenPerWeek: alsGetal(s.vastgesteld),
            ...(s.vastgesteldWaarom.trim() === '' ? {} : { motivering: s.vastgesteldWaarom }),
          },
        }),
    ...(onderbouwd ? { onderbouwing: { capaciteiten: s.capaciteiten, situatie: s.situatie } } : {}),
  }
}

function ruweDagdelen(s: Omvangstand): Record<string, unknown> | null {
  if (s.dagdelen.trim() === '') return null
  return {
    dagdelen: alsGetal(s.dagdelen),
    ...(s.perEtmaal.trim() === '' ? {} : { perEtmaal: alsGetal(s.perEtmaal) }),
    resultaten: s.resultaten,
  }
}

/** Op het scherm staan de keuzes en velden ernaast; dan hoeft de zin geen codes op te sommen of naar elders te wijzen. */
function opScherm({ code, tekst }: Omvangmelding): string {
  if (code === 'WIJKT_AF_VAN_NORM') return tekst.replace(/ Neem de norm over.*$/s, ' Neem de norm over, of vul reden en motivering in.')
  return code.includes('RESULTAAT') ? tekst.replace(/ Kies uit: .*$/s, '') : tekst
}

function alsBerekening(omvang: Omvang, regels: readonly Regel[], veldfouten: Map<string, string>, leeg: boolean): Berekening {
  const bijRegel = (m: Omvangmelding) => {
    const plek = /^\/regels\/(\d+)/.exec(m.plaats)
    return { ...m, tekst: opScherm(m), regel: plek ? (regels[Number(plek[1])]?.id ?? null) : null }
  }
  return {
    omvang,
    perRegel: new Map(omvang.regels.flatMap((u, i) => (regels[i] ? [[regels[i].id, u]] : []))),
    veldfouten,
    bezwaren: omvang.bezwaren.map(bijRegel),
    // Zolang er geen regels zijn, zegt het lege vlak zelf wat te doen.
    waarschuwingen: omvang.waarschuwingen.filter((m) => !leeg || !/^\/(regels|onderbouwing)/.test(m.plaats)).map(bijRegel),
  }
}
