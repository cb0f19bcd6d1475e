/** Controle van `voorliggend`: producten, instelling en gronden bestaan, en elke genoemde waarde is een lezing van die instelling. */
import type { Json } from '#core/catalogus/instellingen.ts'
import type { Controle } from './controle.ts'
import { controleerVerwijzing } from './controleer-voorwaarden.ts'

export function controleerVoorliggend(c: Controle): void {
  const { producten, gronden, voorliggend = [] } = c.catalogus
  for (const [i, regel] of voorliggend.entries()) {
    const pad = ['voorliggend', i]
    for (const [j, p] of regel.producten.entries())
      c.bestaat([...pad, 'producten', j], 'PRODUCT_ONBEKEND', 'het product', p, Object.keys(producten))
    for (const [j, g] of regel.gronden.entries()) c.bestaat([...pad, 'gronden', j], 'GROND_ONBEKEND', 'de grond', g, Object.keys(gronden))
    if (!controleerVerwijzing(c, [...pad, 'uitkomst', 'instelling'], regel.uitkomst.instelling, 'tekst')) continue
    const lezingen = lezingenOp(c, regel.uitkomst.instelling)
    for (const deel of ['blokkeert', 'waarschuwt'] as const)
      for (const [j, waarde] of regel[deel].entries())
        c.bestaat([...pad, deel, j], 'WAARDE_ONBEKEND', `een lezing van ${regel.uitkomst.instelling}`, waarde, lezingen)
  }
}

function lezingenOp(c: Controle, pad: string): string[] {
  const [sleutel = '', ...dieper] = pad.split('.')
  const waarden = c.catalogus.instellingen?.[sleutel]?.lezingen.map((l) => l.waarde as Json) ?? []
  return waarden.map((w) => String(dieper.reduce<Json>((deel, stap) => (deel as { [k: string]: Json } | null)?.[stap] ?? null, w)))
}
