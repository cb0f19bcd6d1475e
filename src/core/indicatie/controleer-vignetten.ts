/** De stapelingsvoorbeelden van de vignetten naspelen: wat er staat moet ook het oordeel zijn. */
import { maakControle, type Pad } from '#core/catalogus/controle/controle.ts'
import type { Catalogusfout } from '#core/catalogus/laden/fout.ts'
import type { GeladenCatalogus } from '#core/catalogus/laden/laad.ts'
import type { Vignet } from '#core/catalogus/vorm.ts'
import { leesStapeling } from './lees-stapeling.ts'
import { beoordeelStapeling, type Stapelingsoordeel } from './stapeling.ts'

type Verwacht = NonNullable<Vignet['stapeling']>[number]

export function controleerStapelingsvignetten(geladen: GeladenCatalogus): Catalogusfout[] {
  const c = maakControle(geladen)
  for (const [i, v] of (c.catalogus.vignetten ?? []).entries()) {
    for (const [j, verwacht] of (v.stapeling ?? []).entries()) {
      const pad: Pad = ['vignetten', i, 'stapeling', j]
      const invoer = leesStapeling(c.catalogus, { ...(v.gemeente && { gemeente: v.gemeente }), indicaties: verwacht.indicaties })
      if (!invoer.ok) {
        for (const f of invoer.fout)
          c.meld(pad, 'VIGNET_ONGELDIG', `Vignet ${v.id}, stapeling ${j + 1}: ${f.tekst}`, 'Verbeter het vignet.')
        continue
      }
      const oordeel = beoordeelStapeling(c.catalogus, invoer.value.keuze, invoer.value.indicaties)
      for (const verschil of verschillen(verwacht, oordeel)) {
        c.meld(pad, 'VIGNET_WIJKT_AF', `Vignet ${v.id}, stapeling ${j + 1}: ${verschil}.`, 'Verbeter het vignet of de regels.')
      }
    }
  }
  return c.fouten
}

function verschillen(verwacht: Verwacht, oordeel: Stapelingsoordeel): string[] {
  const meldingen = [...oordeel.conflicten, ...oordeel.waarschuwingen, ...oordeel.info]
  const codes = meldingen.map((m) => m.code)
  const eisen = meldingen.flatMap((m) => m.eis)
  const uit = (verwacht.codes ?? []).filter((code) => !codes.includes(code)).map((code) => `de code ${code} ontbreekt`)
  uit.push(...(verwacht.eisen ?? []).filter((eis) => !eisen.includes(eis)).map((eis) => `de uitspraak ${eis} wordt niet genoemd`))
  if (verwacht.toegestaan !== oordeel.toegestaan)
    uit.unshift(oordeel.toegestaan ? 'het mag, verwacht is van niet' : 'het mag niet, verwacht is van wel')
  return uit
}
