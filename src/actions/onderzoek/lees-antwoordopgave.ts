/** Nieuwe antwoorden controleren: elk apart, en samen met wat er al ligt. Elke fout wijst het antwoord in het verzoek aan. */
import { leesGeval } from '#core/advies/lees-geval.ts'
import type { Datum } from '#core/base/datum.ts'
import { isBlok, wijzer } from '#core/base/invoer.ts'
import { fout, type Invoerfout, ok, type Result } from '#core/base/result.ts'
import type { Keuze } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { type Antwoordrij as Feit, beoordeelVerbeteringen, leesAntwoorden, type NieuwAntwoord } from '#core/dossier/onderzoek.ts'
import type { Antwoordrij } from '#storage/antwoorden.ts'
import type { Bezoekrij } from '#storage/bezoeken.ts'
import { alsInvoer, standVanRijen } from './antwoord.ts'

type Omgeving = {
  readonly catalogus: Catalogus
  readonly keuze: Keuze
  /** Alles wat er al ligt. */
  readonly rijen: readonly Antwoordrij[]
  readonly bezoeken: readonly Bezoekrij[]
  readonly vandaag: Datum
}

const sleutel = (a: Pick<NieuwAntwoord, 'soort' | 'vraag'>) => `${a.soort}:${a.vraag}`

export function leesAntwoordopgave(o: Omgeving, ruw: unknown): Result<readonly NieuwAntwoord[], Invoerfout[]> {
  const gelezen = leesAntwoorden(metBezoekdag(ruw, o.bezoeken), o.vandaag)
  if (!gelezen.ok) return gelezen
  const fouten = [
    ...vindDubbel(gelezen.value),
    ...vindVreemdBezoek(gelezen.value, o),
    ...beoordeelVerbeteringen(o.rijen as readonly (Antwoordrij & Feit)[], gelezen.value),
  ]
  const opgaven = gelezen.value.map((a) => metVerbetering(a, o.rijen))
  const samen = toetsSamen(o, opgaven)
  if (!samen.ok) fouten.push(...samen.fout)
  return fouten.length > 0 ? fout(fouten) : ok(opgaven)
}

/** Wie een bezoek noemt en geen dag, bedoelt de dag van dat bezoek. */
function metBezoekdag(ruw: unknown, bezoeken: readonly Bezoekrij[]): unknown {
  if (!isBlok(ruw) || !Array.isArray(ruw.antwoorden)) return ruw
  const dag = (bezoek: unknown) => bezoeken.find((b) => b.id === bezoek)?.datum
  const antwoorden = ruw.antwoorden.map((a: unknown) =>
    isBlok(a) && a.datum === undefined && dag(a.bezoek) !== undefined ? { ...a, datum: dag(a.bezoek) } : a,
  )
  return { ...ruw, antwoorden }
}

function vindDubbel(opgaven: readonly NieuwAntwoord[]): Invoerfout[] {
  return opgaven.flatMap((a, i) =>
    opgaven.findIndex((b) => sleutel(b) === sleutel(a)) === i
      ? []
      : [
          {
            code: 'VRAAG_DUBBEL',
            plaats: wijzer('antwoorden', i, 'vraag'),
            tekst: 'Deze vraag staat er twee keer in. Stuur alleen het laatste antwoord.',
          },
        ],
  )
}

/** Wat bij een ingetrokken bezoek gezegd is, kan nog beter opgeschreven worden; er komt niets nieuws bij. */
function vindVreemdBezoek(opgaven: readonly NieuwAntwoord[], { bezoeken, rijen }: Omgeving): Invoerfout[] {
  return opgaven.flatMap((a, i) => {
    const bezoek = bezoeken.find((b) => b.id === a.bezoek)
    if (a.bezoek === null || (bezoek && (bezoek.ingetrokken === null || rijNu(a, rijen)?.bezoek === a.bezoek))) return []
    const plaats = wijzer('antwoorden', i, 'bezoek')
    if (!bezoek) return [{ code: 'BEZOEK_ONBEKEND', plaats, tekst: 'Dit bezoek hoort niet bij dit onderzoek.' }]
    return [{ code: 'BEZOEK_INGETROKKEN', plaats, tekst: 'Dit bezoek is ingetrokken. Kies een ander bezoek, of zet het eerst terug.' }]
  })
}

/** Wat nu op deze vraag geldt. */
function rijNu(a: NieuwAntwoord, rijen: readonly Antwoordrij[]): Antwoordrij | undefined {
  const stand = standVanRijen(rijen)
  return (a.soort === 'antwoord' ? stand.antwoorden : stand.overschrijvingen).get(a.vraag)
}

/** Op dezelfde dag bij hetzelfde bezoek iets anders zeggen is een verbetering; later iets anders horen is een nieuw feit. */
function metVerbetering(a: NieuwAntwoord, rijen: readonly Antwoordrij[]): NieuwAntwoord {
  const nu = rijNu(a, rijen)
  return a.vervangt === null && nu && nu.datum === a.datum && nu.bezoek === a.bezoek ? { ...a, vervangt: nu.id } : a
}

/** Alles bij elkaar moet een geldige situatie zijn. */
function toetsSamen({ catalogus, keuze, rijen }: Omgeving, opgaven: readonly NieuwAntwoord[]): Result<null, Invoerfout[]> {
  const laatste = rijen.at(-1)?.volgnummer ?? 0
  const erbij = opgaven.map((a, i) => ({ ...a, id: `nieuw-${i}`, volgnummer: laatste + i + 1 }))
  const invoer = alsInvoer(standVanRijen([...rijen, ...(erbij as unknown as Antwoordrij[])]))
  const fouten: Invoerfout[] = []
  for (const [i, a] of opgaven.entries()) {
    if (a.waarde !== null) continue
    // "Weet ik niet" op een vraag die er niet is, is ook een vergissing.
    if (a.soort === 'antwoord') invoer.antwoorden[a.vraag] ??= null
    else if (!magOverschrijven(catalogus, a.vraag)) fouten.push(nietOverschrijfbaar(i))
  }
  const gelezen = leesGeval(catalogus, invoer, keuze)
  if (!gelezen.ok) fouten.push(...gelezen.fout.map((f) => ({ ...f, plaats: verplaats(catalogus, opgaven, f.plaats) })))
  return fouten.length > 0 ? fout(fouten) : ok(null)
}

const magOverschrijven = ({ afgeleid }: Catalogus, id: string): boolean =>
  Object.hasOwn(afgeleid ?? {}, id) && afgeleid?.[id]?.overschrijfbaar !== undefined

const nietOverschrijfbaar = (i: number): Invoerfout => ({
  code: 'OVERSCHRIJVING_NIET_TOEGESTAAN',
  plaats: wijzer('antwoorden', i, 'vraag'),
  tekst: 'Van deze waarde kunt u niet afwijken.',
})

const velden: Record<string, string> = { waarde: 'waarde', motivering: 'toelichting' }

/** Van een plek in de situatie naar het antwoord in het verzoek dat haar veroorzaakte. */
function verplaats(catalogus: Catalogus, opgaven: readonly NieuwAntwoord[], plaats: string): string {
  const [, blok, id = '', veld = ''] = plaats.split('/').map((d) => d.replaceAll('~1', '/').replaceAll('~0', '~'))
  const soort = blok === 'overschrijvingen' ? 'overschrijving' : 'antwoord'
  const i = opgaven.findIndex((a) => a.soort === soort && a.vraag === id)
  if (i >= 0) return wijzer('antwoorden', i, velden[veld] ?? 'waarde')
  // Een antwoord van eerder spreekt nu een nieuw antwoord tegen: dan is het nieuwe antwoord de plek.
  const vraag = Object.hasOwn(catalogus.vragen, id) ? catalogus.vragen[id] : undefined
  const bron = vraag?.soort === 'janee' ? vraag.bepaaldDoor?.vraag : undefined
  const oorzaak = opgaven.findIndex((a) => a.vraag === bron)
  return oorzaak >= 0 ? wijzer('antwoorden', oorzaak, 'waarde') : wijzer('antwoorden')
}
