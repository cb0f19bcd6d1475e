/** Waar een gespeelde aanbieder iets over kan zeggen, en of het zover is. */
import type { WMO305 } from '#messages/iwmo-3-2/release.ts'
import type { Toewijzing } from '#messages/keten/feit.ts'
import type { Momentopname } from '#messages/keten/geheugen.ts'
import { maakKop } from '#messages/iwmo-3-2/nieuwe-kop.ts'
import type { Paar, Persoon } from './paar.ts'
import type { Moment } from './partij.ts'
import type { Aanbiedergedrag, Voornemen } from './scenario.ts'
import { kenmerk, trek } from './zaaien.ts'

/** Zo vaak wordt een afgekeurd bericht hooguit geprobeerd. */
export const MAX_POGINGEN = 2

/** Wat een aanbieder op een dag over een gemeente weet. */
export type Beeld = {
  readonly paar: Paar
  readonly moment: Moment
  readonly gedrag: Aanbiedergedrag
  readonly zaad: number
  readonly nu: Momentopname
}
/** Een toewijzing waar hij iets over kan zeggen. */
export type Zaak = Beeld & { readonly t: Toewijzing; readonly persoon: Persoon }

/** Of dit voornemen deze toewijzing treft. */
export const treft = ({ zaad, t, paar }: Zaak, naam: string, { kans }: Pick<Voornemen, 'kans'>): boolean =>
  trek(zaad, naam, paar.partijen.aanbieder, t.nummer) < kans

/** Of het zover is: zoveel dagen nadat de toewijzing binnenkwam. */
export const isZover = ({ zaad, t, moment, paar }: Zaak, naam: string, { na }: Pick<Voornemen, 'na'>): boolean =>
  moment.dag >= (paar.sinds.get(t.nummer) ?? 0) + Math.floor(trek(zaad, naam, 'na', t.nummer) * (na + 1))

/** In een 305, 307 en 315 staat een korte naam. */
export const verkort = ({ Bsn, Geboortedatum, Geslacht, Naam }: Zaak['persoon']): Omit<WMO305['Client'], 'StartProducten'> => ({
  Bsn,
  Geboortedatum,
  Geslacht,
  Naam: {
    Geslachtsnaam: Naam.Geslachtsnaam,
    ...(Naam.Voornamen && { Voornamen: Naam.Voornamen }),
    ...(Naam.Voorletters && { Voorletters: Naam.Voorletters }),
  },
})

export const kop = <C extends string>({ paar: { partijen }, zaad }: Zaak, code: C, ...delen: readonly unknown[]) =>
  maakKop({
    code,
    van: partijen.aanbieder,
    naar: partijen.gemeente,
    identificatie: kenmerk(zaad, partijen.aanbieder, partijen.gemeente, ...delen),
    dagtekening: String(delen.at(-1)),
  })
