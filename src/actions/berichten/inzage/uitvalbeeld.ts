/** Uitval zoals zij naar buiten gaat: wat er mis is, hoe dat meestal komt, wat te doen, en wie ermee bezig is. */
import type { Stapsoort, Uitvalsoort } from '#core/toewijzing/uitvalwerk.ts'
import type { Staprij, Uitvalrij } from '#storage/berichten/uitvalwerk.ts'
import { inWoorden } from '../uitval.ts'
import { type Berichtregel, titelVan } from './berichtbeeld.ts'

/** Wat er mis is. Bij een code zegt de regel van nu dat, ook bij uitval van voor een betere zin. */
export const misTekst = ({ code, regel, tekst }: Pick<Uitvalrij, 'code' | 'regel' | 'tekst'>): string =>
  regel === null ? tekst : inWoorden(code, regel).tekst

export type Uitvalregel = {
  readonly id: string
  readonly versie: number
  readonly soort: Uitvalsoort
  readonly code: string | null
  readonly regel: string | null
  readonly klasse: string | null
  readonly tekst: string
  readonly oorzaak: string
  readonly doe: string
  readonly aantal: number
  readonly stand: 'open' | 'klaar'
  readonly gemaaktOp: string
  readonly klaarOp: string | null
  readonly behandelaar: { readonly id: string; readonly naam: string } | null
  readonly bericht: Pick<Berichtregel, 'id' | 'naam' | 'titel' | 'richting' | 'aanbieder' | 'inwoner'>
}
export const toonUitvalregel = (r: Uitvalrij): Uitvalregel => ({
  id: r.id,
  versie: r.versie,
  soort: r.soort,
  code: r.code,
  regel: r.regel,
  klasse: r.klasse,
  tekst: misTekst(r),
  oorzaak: r.oorzaak,
  doe: r.doe,
  aantal: r.aantal,
  stand: r.stand,
  gemaaktOp: r.gemaakt_op.toISOString(),
  klaarOp: r.klaar_op?.toISOString() ?? null,
  behandelaar: r.behandelaar === null ? null : { id: r.behandelaar, naam: r.behandelaarnaam ?? 'Onbekend' },
  bericht: {
    id: r.bericht,
    naam: r.berichtnaam,
    titel: titelVan(r.berichtnaam),
    richting: r.richting,
    aanbieder: r.aanbieder === null ? null : { code: r.aanbieder, naam: r.aanbiedernaam },
    inwoner:
      r.inwoner === null || r.achternaam === null
        ? null
        : {
            id: r.inwoner,
            naam: { achternaam: r.achternaam, voorvoegsel: r.voorvoegsel, voornamen: r.voornamen, voorletters: r.voorletters },
          },
  },
})

export type Uitvalstap = {
  readonly id: string
  readonly soort: Stapsoort
  readonly naar: string | null
  readonly toelichting: string | null
  readonly op: string
  readonly door: string
}
export const toonStap = ({ gedaan_op: op, ...stap }: Staprij): Uitvalstap => ({ ...stap, op: op.toISOString() })
