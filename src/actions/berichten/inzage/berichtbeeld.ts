/** Wat er van een bericht naar buiten gaat. Een sleutel uit een retourcode kan een burgerservicenummer zijn en is dus afgeschermd. */
import type { Berichtstand } from '#core/toewijzing/berichtstand.ts'
import type { Retourregel } from '#messages/iwmo-3-2/keten/gelezen-codes.ts'
import { retourcodes } from '#messages/iwmo-3-2/retourcodes.ts'
import { maskeerVrij } from '#messages/maskeer.ts'
import { releases } from '#messages/releases.ts'
import type { Berichtrij, Verwantrij, Verband } from '#storage/berichten/inzage.ts'
import { telCodes } from '../codereeks.ts'
import { inWoorden } from '../uitval.ts'

type Naam = {
  readonly achternaam: string
  readonly voorvoegsel: string | null
  readonly voornamen: string | null
  readonly voorletters: string | null
}
export type Berichtregel = {
  readonly id: string
  readonly richting: 'in' | 'uit'
  /** WMO301 …; leeg als niet te zien is welk bericht het is. */
  readonly naam: string | null
  readonly titel: string | null
  readonly stand: Berichtstand
  readonly aanbieder: { readonly code: string; readonly naam: string | null } | null
  readonly inwoner: { readonly id: string; readonly naam: Naam } | null
  readonly identificatie: string | null
  readonly dagtekening: string | null
  readonly vastgelegdOp: string
  readonly verzondenOp: string | null
  /** Retourcodes die op dit bericht rusten. */
  readonly codes: readonly string[]
}

const titels = new Map(releases.flatMap((r) => r.berichten.map((b) => [b.naam, b.titel] as const)))
export const titelVan = (naam: string | null): string | null => (naam === null ? null : (titels.get(naam) ?? null))

export const toonBerichtregel = (r: Berichtrij): Berichtregel => ({
  id: r.id,
  richting: r.richting,
  naam: r.naam,
  titel: titelVan(r.naam),
  stand: r.stand,
  aanbieder: r.aanbieder === null ? null : { code: r.aanbieder, naam: r.aanbiedernaam },
  inwoner:
    r.inwoner === null || r.achternaam === null
      ? null
      : {
          id: r.inwoner,
          naam: { achternaam: r.achternaam, voorvoegsel: r.voorvoegsel, voornamen: r.voornamen, voorletters: r.voorletters },
        },
  identificatie: r.identificatie,
  dagtekening: r.dagtekening,
  vastgelegdOp: r.vastgelegd_op.toISOString(),
  verzondenOp: r.verzonden_op?.toISOString() ?? null,
  codes: r.codes,
})

export type Verwant = Pick<Berichtregel, 'id' | 'richting' | 'naam' | 'titel' | 'stand' | 'identificatie' | 'vastgelegdOp'> & {
  readonly verband: Verband
}
export const toonVerwant = (r: Verwantrij): Verwant => ({
  id: r.id,
  richting: r.richting,
  naam: r.naam,
  titel: titelVan(r.naam),
  stand: r.stand,
  identificatie: r.identificatie,
  vastgelegdOp: r.vastgelegd_op.toISOString(),
  verband: r.verband,
})

export type Retourbeeld = {
  readonly code: string | null
  /** Wat de codelijst erover zegt. */
  readonly betekenis: string | null
  readonly regel: string | null
  readonly klasse: string
  readonly tekst: string
  readonly oorzaak: string
  readonly doe: string
  readonly aantal: number
  /** Op welke delen van het bericht; de eerste paar. */
  readonly sleutels: readonly string[]
}
const SLEUTELS = 20

/** Elke code één keer, met hoe vaak en waarop. */
export const toonRetourcodes = (regels: Iterable<Retourregel>): Retourbeeld[] =>
  telCodes(regels, SLEUTELS).map(({ code, regel, klasse, aantal, sleutels }) => {
    const betekenis = code === null ? null : (retourcodes.codes[code as keyof typeof retourcodes.codes] ?? null)
    return {
      code,
      betekenis,
      regel,
      klasse,
      ...inWoorden(code, regel),
      aantal,
      sleutels: sleutels.map(maskeerVrij),
    }
  })
