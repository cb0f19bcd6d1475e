/** De voorwaarden van de uitvallijst in het adres, en terug. */
import { uitvalsoorten } from '#core/toewijzing/uitvalwerk.ts'

export const uitvalvelden = ['stand', 'behandelaar', 'soort', 'code', 'aanbieder'] as const
export type Uitvalveld = (typeof uitvalvelden)[number]
export type Uitvalfilter = Readonly<Record<Uitvalveld, string | null>>

const past: Readonly<Record<Uitvalveld, (waarde: string) => boolean>> = {
  stand: (w) => w === 'klaar',
  behandelaar: (w) => w === 'ik' || w === 'niemand',
  soort: (w) => Object.hasOwn(uitvalsoorten, w),
  code: (w) => /^\d{4}$/.test(w),
  aanbieder: (w) => /^\d{8}$/.test(w),
}

/** Zonder stand: wat open staat. Wat geen geldige keuze is, telt niet mee. */
export const uitvalfilterUitAdres = (delen: URLSearchParams): Uitvalfilter =>
  Object.fromEntries(
    uitvalvelden.map((veld) => {
      const waarde = delen.get(veld)
      return [veld, waarde !== null && past[veld](waarde) ? waarde : null]
    }),
  ) as Uitvalfilter

export function adresVanUitval(filter: Partial<Uitvalfilter>): string {
  const delen = new URLSearchParams()
  for (const veld of uitvalvelden) if (filter[veld]) delen.set(veld, filter[veld])
  return delen.size === 0 ? '/berichten/uitval' : `/berichten/uitval?${delen}`
}
