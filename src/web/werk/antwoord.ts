/** Wat de server over het werk vertelt. */
import type { Filterkeuze } from '#core/dossier/filterzin.ts'
import type { Naam } from '#core/dossier/naam.ts'
import type { Openverzoekantwoord } from '#http/api/berichten/verzoekvormen.ts'
import type { Wlzsignaalantwoord, Zaakkopantwoord, Zaakstapantwoord } from '#http/api/dossier/vormen.ts'

export type Werksignaal = Wlzsignaalantwoord & { readonly inwoner: { readonly id: string; readonly naam: Naam } }
export type Werkitem = Zaakkopantwoord & { readonly nu: Zaakstapantwoord }
export type Bloknaam = 'vandaag' | 'bijnaTeLaat' | 'wachtOpIemand' | 'nieuw' | 'overig'
export type Werkantwoord = {
  readonly blokken: Readonly<Record<Bloknaam, { readonly aantal: number; readonly items: readonly Werkitem[] }>>
  /** Hulp die de Wlz raakt en aandacht vraagt; wat het langst speelt bovenaan. */
  readonly signalen: { readonly aantal: number; readonly items: readonly Werksignaal[] }
  /** Van aanbieders, die op een beslissing wachten. */
  readonly verzoeken: { readonly aantal: number; readonly items: readonly Openverzoekantwoord[] }
  readonly afgekapt: boolean
}
export type Filter = { readonly id: string; readonly zin: string; readonly keuze: Filterkeuze }
export type Collegas = {
  readonly behandelaars: readonly { readonly id: string; readonly naam: string; readonly team: string | null }[]
  readonly teams: readonly { readonly id: string; readonly naam: string }[]
}
export type Uitslag = {
  readonly id: string
  readonly gelukt: boolean
  readonly nummer: string | null
  readonly versie: number | null
  readonly gebeurtenis: string | null
  readonly weigering: { readonly code: string; readonly tekst: string; readonly watNu: string | null } | null
}
export type Noodtoegang = {
  readonly id: string
  readonly versie: number
  readonly inwoner: { readonly id: string; readonly naam: Zaakkopantwoord['inwoner']['naam'] }
  readonly medewerker: { readonly id: string; readonly naam: string }
  readonly reden: string
  readonly van: string
  readonly tot: string
  readonly geldig: boolean
  readonly gestopt: boolean
  readonly beoordeling: {
    readonly oordeel: 'terecht' | 'onterecht'
    readonly door: string | null
    readonly op: string
    readonly toelichting: string | null
  } | null
  readonly magBeoordelen: boolean
  readonly magStoppen: boolean
}
