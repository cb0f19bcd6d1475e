/** Hoe een bericht van iWmo 3.2 in elkaar zit: de kop van een heenbericht, en het retourbericht dat er altijd uit volgt. */
import {
  type Bericht,
  een,
  klasse,
  type Klasse,
  lijst,
  mag,
  type Partij,
  type Simpel,
  type Veld,
  type Velden,
  vast,
  veel,
} from '../vorm.ts'
import * as t from './basistypen.ts'
import * as g from './groepen.ts'

/** De partijen van het heenbericht; een retourbericht neemt de kop over en draait ze niet om (IV028). */
const partij = { gemeente: t.gemeente, aanbieder: t.agbCode }

/** CS025, CS015: versie 3, subversie 2. */
export const kop = (code: string, afzender: Partij) => ({
  BerichtCode: een(vast(t.berichtCode as Simpel<string>, code)),
  BerichtVersie: een(vast(t.berichtVersie, 3)),
  BerichtSubversie: een(vast(t.berichtSubversie, 2)),
  Afzender: een(partij[afzender]),
  Ontvanger: een(partij[andere(afzender)]),
  BerichtIdentificatie: een(g.berichtIdentificatie),
  XsdVersie: een(g.xsdVersie),
})

const andere = (p: Partij): Partij => (p === 'gemeente' ? 'aanbieder' : 'gemeente')

export const retourCodes = lijst({ RetourCode: veel(t.retourCode) })

type Omschrijving = { naam: string; code: string; titel: string; van: Partij }

/** Een heenbericht: kop en inhoud. */
export const heenbericht = <const O extends Omschrijving, V extends Velden>(o: O, inhoud: V) =>
  ({ ...o, naar: andere(o.van), velden: { Header: een(klasse(kop(o.code, o.van))), ...inhoud } }) as const satisfies Bericht

type RetourVeld = { RetourCodes: Veld<typeof retourCodes, '1'> }
type MetRetour<V> = { [K in keyof V]: MetRetourVeld<V[K]> }
type MetRetourVeld<F> =
  F extends Veld<infer I, infer A>
    ? I extends Klasse<infer W, infer S>
      ? S extends 'groep'
        ? F
        : Veld<Klasse<S extends 'klasse' ? MetRetour<W> & RetourVeld : MetRetour<W>, S>, A>
      : F
    : never
type AllesMag<V> = { [K in keyof V]: V[K] extends Veld<infer I> ? Veld<I, '0..1'> : never }

/** Elke klasse krijgt achteraan haar retourcodes; een lijst of een groep uit het basisschema niet. */
function metRetour<V extends Velden>(velden: V): MetRetour<V> {
  return Object.fromEntries(
    Object.entries(velden).map(([naam, veld]) => [naam, { ...veld, inhoud: inhoudMetRetour(veld.inhoud) }]),
  ) as MetRetour<V>
}

function inhoudMetRetour(inhoud: Veld['inhoud']): Veld['inhoud'] {
  if (inhoud.soort === 'simpel' || inhoud.soort === 'groep') return inhoud
  const velden = metRetour(inhoud.velden) as Velden
  return { ...inhoud, velden: inhoud.soort === 'klasse' ? { ...velden, RetourCodes: een(retourCodes) } : velden }
}

const kopRetour = {
  IdentificatieRetour: een(t.identificatieBericht),
  DagtekeningRetour: een(t.datum),
  XsltVersie: mag(t.versie),
  XsdVersieRetour: een(g.xsdVersie),
  RetourCodes: mag(retourCodes),
}

/** Het retourbericht op een heenbericht: zelfde inhoud, alleen met afgekeurde klassen, elk met retourcodes (OP065). */
export function retourbericht<const O extends { naam: string; code: string }, V extends Velden>(
  o: O,
  heen: Omschrijving & { naar: Partij },
  inhoud: V,
) {
  const metCodes = metRetour(inhoud)
  const optioneel = Object.fromEntries(Object.entries(metCodes).map(([naam, veld]) => [naam, { ...(veld as Veld), aantal: '0..1' }]))
  return {
    ...o,
    titel: `${heen.titel} retour`,
    van: heen.naar,
    naar: heen.van,
    retourOp: heen.naam,
    velden: { Header: een(klasse({ ...kop(o.code, heen.van), ...kopRetour })), ...(optioneel as AllesMag<MetRetour<V>>) },
  } as const satisfies Bericht
}
