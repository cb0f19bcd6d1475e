/** Het onderzoek als situatie voor de rekenkern: dezelfde vragen en hetzelfde advies als Probeer, op bewaarde antwoorden. */
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { Antwoord, Overschrijving } from '#core/advies/advies.ts'
import { invariant } from '#core/base/invariant.ts'
import type { Json } from '#core/catalogus/instellingen.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { gebruikBerekening, type Probeer } from '../probeer/gebruik-probeer.ts'
import type { Situatie } from '../probeer/situatie.ts'
import type { Antwoordbeeld, Antwoordsoort, Bezoek, Onderzoek } from './beeld.ts'
import { type Bewaren, gebruikBewaren } from './gebruik-bewaren.ts'
import { type Opgave, sleutelVan, zichtbaar } from './wachtrij.ts'

export type Onderzoekstand = Bewaren & {
  readonly onderzoek: Onderzoek
  readonly catalogus: Catalogus
  readonly vandaag: string
  /** Het bezoek waar nieuwe antwoorden bij horen; null: vandaag, zonder bezoek. */
  readonly bezoek: Bezoek | null
  readonly kiesBezoek: (id: string | null) => void
  /** Wat er nu staat, van de server of nog onderweg. */
  readonly antwoorden: Readonly<Record<string, Antwoordbeeld | Opgave>>
  /** Wijzigt toelichting, bron of dag van wat er staat. */
  readonly licht: (vraag: string, deel: Partial<Pick<Opgave, 'toelichting' | 'bron' | 'datum'>>) => void
}

export const OnderzoekContext = createContext<Onderzoekstand | null>(null)
export function gebruikOnderzoekstand(): Onderzoekstand {
  const stand = useContext(OnderzoekContext)
  invariant(stand, 'gebruikOnderzoekstand wordt alleen binnen het scherm Onderzoek gebruikt')
  return stand
}

/** Zo lang na de laatste letter telt een motivering als af. */
const TYPRUST_MS = 1_500

export function gebruikOnderzoek(onderzoek: Onderzoek, catalogus: Catalogus, ik: string, vandaag: string) {
  const bewaren = gebruikBewaren(onderzoek, ik)
  const { rij, geef } = bewaren
  const [bezoekId, kiesBezoek] = useState<string | null>(
    () => onderzoek.bezoeken.findLast((b) => b.datum === vandaag && b.ingetrokken === null)?.id ?? null,
  )
  const bezoek = onderzoek.bezoeken.find((b) => b.id === bezoekId && b.ingetrokken === null) ?? null
  const antwoorden = useMemo(() => zichtbaar(rij), [rij])
  const [afwijkingen, zetAfwijkingen] = useState<Readonly<Record<string, Overschrijving>>>({})
  const situatie = useMemo(() => maakSituatie(onderzoek, antwoorden, afwijkingen), [onderzoek, antwoorden, afwijkingen])

  const stel = useCallback(
    (soort: Antwoordsoort, vraag: string, waarde: Json, toelichting?: string) => {
      const nu = antwoorden[sleutelVan({ soort, vraag })]
      const datum = bezoek?.datum ?? vandaag
      // Bij hetzelfde bezoek verbeter ik mijn eigen antwoord en blijft de toelichting staan; anders is het een nieuw antwoord.
      const vanMij = nu !== undefined && (!('gegevenDoor' in nu) || nu.gegevenDoor.id === ik)
      const zelfde = vanMij && nu.datum === datum && (nu.bezoek ?? null) === (bezoek?.id ?? null)
      const tekst = toelichting ?? (zelfde ? nu.toelichting : undefined)
      const bron = zelfde ? nu.bron : undefined
      geef({
        soort,
        vraag,
        waarde,
        datum,
        ...(bezoek && { bezoek: bezoek.id }),
        ...(tekst && { toelichting: tekst }),
        ...(bron && { bron }),
      })
    },
    [antwoorden, bezoek, vandaag, geef, ik],
  )
  const licht = useCallback<Onderzoekstand['licht']>(
    (vraag, deel) => {
      const nu = antwoorden[`antwoord:${vraag}`]
      const samen = {
        toelichting: deel.toelichting ?? nu?.toelichting ?? '',
        bron: deel.bron ?? nu?.bron ?? '',
      }
      const bij = nu ? nu.bezoek : bezoek?.id
      geef({
        soort: 'antwoord',
        vraag,
        waarde: nu?.waarde ?? null,
        datum: deel.datum ?? nu?.datum ?? bezoek?.datum ?? vandaag,
        ...(bij && { bezoek: bij }),
        ...(samen.toelichting && { toelichting: samen.toelichting }),
        ...(samen.bron && { bron: samen.bron }),
      })
    },
    [antwoorden, bezoek, vandaag, geef],
  )

  gebruikAfwijkingen(afwijkingen, zetAfwijkingen, stel)
  const laatste = useRef(situatie)
  laatste.current = situatie
  const zet = useCallback(
    (volgende: (s: Situatie) => Situatie) => {
      const was = laatste.current
      const wordt = volgende(was)
      for (const vraag of verschillend(was.antwoorden, wordt.antwoorden)) stel('antwoord', vraag, (wordt.antwoorden[vraag] ?? null) as Json)
      for (const naam of verschillend(was.overschrijvingen, wordt.overschrijvingen)) {
        const keuze = wordt.overschrijvingen[naam]
        if (keuze) zetAfwijkingen((a) => ({ ...a, [naam]: keuze }))
        else {
          zetAfwijkingen(({ [naam]: _weg, ...rest }) => rest)
          stel('overschrijving', naam, null)
        }
      }
    },
    [stel],
  )
  const berekend = gebruikBerekening(catalogus, situatie)
  const bewaard = useMemo(
    () => ({ stand: situatie, zet, draaiTerug: niets, doeOpnieuw: niets, kanTerug: false, kanOpnieuw: false }),
    [situatie, zet],
  )
  const probeer: Omit<Probeer, 'inOnderzoek'> = useMemo(
    () => ({ catalogus, bewaard, situatie, ...berekend }),
    [catalogus, bewaard, situatie, berekend],
  )
  const stand: Onderzoekstand = { ...bewaren, onderzoek, catalogus, vandaag, bezoek, kiesBezoek, antwoorden, licht }
  return { stand, probeer }
}

const niets = () => undefined

function maakSituatie(
  { keuze }: Onderzoek,
  antwoorden: Readonly<Record<string, Antwoordbeeld | Opgave>>,
  afwijkingen: Readonly<Record<string, Overschrijving>>,
): Situatie {
  const bekend = Object.values(antwoorden).filter((a) => a.waarde !== null)
  const gegeven = bekend.filter((a) => a.soort === 'antwoord').map((a) => [a.vraag, a.waarde as Antwoord] as const)
  const overschreven = bekend
    .filter((a) => a.soort === 'overschrijving')
    .map((a) => [a.vraag, { waarde: String(a.waarde), motivering: a.toelichting ?? '' }] as const)
  return {
    gemeente: keuze.gemeente ?? null,
    antwoorden: Object.fromEntries(gegeven),
    overschrijvingen: { ...Object.fromEntries(overschreven), ...afwijkingen },
    instellingen: keuze.instellingen ?? {},
    motiveringen: {},
    vignet: null,
  }
}

function verschillend(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((k) => JSON.stringify(a[k]) !== JSON.stringify(b[k]))
}

type Afwijkingen = Readonly<Record<string, Overschrijving>>

/** Een afwijking telt met haar motivering: zij gaat mee zodra iemand ophoudt met typen, niet letter voor letter. */
function gebruikAfwijkingen(
  afwijkingen: Afwijkingen,
  zet: (stap: (a: Afwijkingen) => Afwijkingen) => void,
  stel: (soort: Antwoordsoort, vraag: string, waarde: Json, toelichting?: string) => void,
): void {
  const laatste = useRef({ afwijkingen, stel })
  laatste.current = { afwijkingen, stel }
  const lever = useCallback(() => {
    const af = Object.entries(laatste.current.afwijkingen).filter(([, o]) => o.motivering.trim() !== '')
    for (const [naam, o] of af) laatste.current.stel('overschrijving', naam, o.waarde, o.motivering.trim())
    return af.map(([naam]) => naam)
  }, [])
  useEffect(() => {
    if (Object.values(afwijkingen).every((o) => o.motivering.trim() === '')) return
    const klok = setTimeout(() => {
      const geleverd = lever()
      zet((a) => Object.fromEntries(Object.entries(a).filter(([naam]) => !geleverd.includes(naam))))
    }, TYPRUST_MS)
    return () => clearTimeout(klok)
  }, [afwijkingen, zet, lever])
  // Wie het scherm verlaat vlak na de laatste letter, raakt die niet kwijt.
  useEffect(() => () => void lever(), [lever])
}
