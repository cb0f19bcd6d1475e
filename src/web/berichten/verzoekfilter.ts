/** De voorwaarden van de lijst met verzoeken in het adres, en terug. */
export const verzoekvelden = ['stand', 'aanbieder'] as const
export type Verzoekveld = (typeof verzoekvelden)[number]
export type Verzoekfilter = Readonly<Record<Verzoekveld, string | null>>

export const filterstanden = { open: 'Wacht op ons', in_onderzoek: 'In onderzoek', te_laat: 'Te laat' } as const

const past: Readonly<Record<Verzoekveld, (waarde: string) => boolean>> = {
  stand: (w) => Object.hasOwn(filterstanden, w),
  aanbieder: (w) => /^\d{8}$/.test(w),
}

/** Wat geen geldige keuze is, telt niet mee. */
export const verzoekfilterUitAdres = (delen: URLSearchParams): Verzoekfilter =>
  Object.fromEntries(
    verzoekvelden.map((veld) => {
      const waarde = delen.get(veld)
      return [veld, waarde !== null && past[veld](waarde) ? waarde : null]
    }),
  ) as Verzoekfilter

export const verzoekdelen = (filter: Verzoekfilter): URLSearchParams =>
  new URLSearchParams(verzoekvelden.flatMap((veld) => (filter[veld] === null ? [] : [[veld, filter[veld]]])))
