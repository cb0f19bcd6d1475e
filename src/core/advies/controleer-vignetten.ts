/** De vignetten van een catalogus naspelen: een uitgewerkte situatie die iets anders oplevert dan er staat, is een fout in de regels of in het vignet. */
import type { Advies } from '#core/advies/advies.ts'
import { type Adviseur, maakAdviseur } from '#core/advies/adviseur.ts'
import { leesGeval } from '#core/advies/lees-geval.ts'
import { maakControle, type Pad } from '#core/catalogus/controle/controle.ts'
import type { Catalogusfout } from '#core/catalogus/laden/fout.ts'
import type { GeladenCatalogus } from '#core/catalogus/laden/laad.ts'
import type { Vignet } from '#core/catalogus/vorm.ts'

type Verwacht = NonNullable<Vignet['verwacht']>[string]

export function controleerVignetten(geladen: GeladenCatalogus): Catalogusfout[] {
  const c = maakControle(geladen)
  const adviseurs = new Map<string, Adviseur>()
  for (const [i, v] of (c.catalogus.vignetten ?? []).entries()) {
    const pad: Pad = ['vignetten', i]
    const geval = leesGeval(c.catalogus, { gemeente: v.gemeente, antwoorden: v.antwoorden, overschrijvingen: v.overschrijvingen })
    if (!geval.ok) {
      for (const f of geval.fout)
        c.meld([...pad, ...f.plaats.split('/').slice(1)], 'VIGNET_ONGELDIG', `Vignet ${v.id}: ${f.tekst}`, 'Verbeter het vignet.')
      continue
    }
    const adviseur =
      adviseurs.get(geval.value.gemeente ?? '') ?? maakAdviseur(c.catalogus, geval.value.gemeente ? { gemeente: geval.value.gemeente } : {})
    adviseurs.set(geval.value.gemeente ?? '', adviseur)
    for (const [tabel, verwacht] of Object.entries(v.verwacht ?? {})) {
      for (const verschil of verschillen(verwacht, adviseur.adviseer(tabel, geval.value))) {
        c.meld(
          [...pad, 'verwacht', tabel],
          'VIGNET_WIJKT_AF',
          `Vignet ${v.id}, tabel ${tabel}: ${verschil}.`,
          'Verbeter het vignet of de regels.',
        )
      }
    }
  }
  return c.fouten
}

/** Wat er anders is dan verwacht, in woorden; leeg als alles klopt. Alleen wat het vignet noemt, telt. */
export function verschillen(verwacht: Verwacht, advies: Advies): string[] {
  const uit: string[] = []
  const vergelijk = (naam: string, hoort: unknown, is: unknown) => {
    if (hoort !== undefined && JSON.stringify(hoort) !== JSON.stringify(is)) uit.push(`${naam} is ${toon(is)}, verwacht ${toon(hoort)}`)
  }
  vergelijk('uitkomst', verwacht.uitkomst, advies.uitkomst)
  vergelijk('product', verwacht.product, advies.product)
  vergelijk('grond', verwacht.grond, advies.grond)
  vergelijk('vraag', verwacht.vraag, advies.vraag)
  vergelijk('rij', verwacht.rij, advies.rij)
  vergelijk('kandidaten', verwacht.kandidaten, advies.kandidaten)
  vergelijk('openVragen', verwacht.openVragen, verwacht.openVragen && advies.openVragen.slice(0, verwacht.openVragen.length))
  const codes = [...advies.waarschuwingen, ...advies.info].map((w) => w.code)
  for (const code of verwacht.waarschuwingen ?? []) if (!codes.includes(code)) uit.push(`de waarschuwing ${code} ontbreekt`)
  return uit
}

const toon = (w: unknown): string => (w === null ? 'leeg' : Array.isArray(w) ? `[${w.join(', ')}]` : String(w))
