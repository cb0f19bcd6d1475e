import { useState } from 'react'
import { Link } from 'react-router'
import type { Datum } from '#core/base/datum.ts'
import { type Antwoordkeuze, antwoordkeuzes, type Antwoordweigering, verzoeksoorten } from '#core/toewijzing/verzoek.ts'
import type { Verzoekvorm } from '#http/api/berichten/verzoekvormen.ts'
import type { Berichtantwoord } from '#http/api/berichten/vormen.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Knop } from '../onderdelen/Knop.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Termijn } from '../onderdelen/Termijn.tsx'
import { gebruikVakfocus } from '../onderdelen/gebruik-vakfocus.ts'
import { gebruikTerugname } from './gebruik-terugname.ts'
import { Toewijskeuze } from './Toewijskeuze.tsx'
import { Verzoekantwoord } from './Verzoekantwoord.tsx'
import { Verzoekstand } from './Verzoekstand.tsx'
import { WatNietKan } from './WatNietKan.tsx'

/** Wat de aanbieder vraagt, tot wanneer de gemeente heeft, en wat er te doen is: toewijzen, in onderzoek, of afwijzen. */
export function Verzoeken({ bericht }: { bericht: Berichtantwoord }) {
  const { verzoeken } = bericht
  return (
    <section aria-labelledby="verzoek" className="br-vervolg">
      <Kop niveau={2} als={3} id="verzoek">
        {verzoeken.length === 1 ? 'Wat de aanbieder vraagt' : `Wat de aanbieder vraagt (${verzoeken.length})`}
      </Kop>
      <ul className="br-verzoeken">
        {verzoeken.map((v) => (
          <li key={v.referentie}>
            <Verzoek bericht={bericht} verzoek={v} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const uitleg: Readonly<Record<Verzoekvorm['stand'], string | null>> = {
  open: null,
  in_onderzoek: null,
  toegewezen: 'Hierop is hulp toegewezen; de aanbieder wacht niet meer op antwoord.',
  afgewezen: 'Dit verzoek is afgewezen. Komt de hulp er toch, wijs haar dan toe zonder verwijzing naar dit verzoek.',
  telt_niet: 'Dit verzoek is afgekeurd en telt als niet verstuurd. De aanbieder verbetert het en stuurt een nieuw verzoek.',
}

type Props = { bericht: Berichtantwoord; verzoek: Verzoekvorm }
type Open = Antwoordkeuze | 'toewijzen' | null

function Verzoek({ bericht, verzoek: v }: Props) {
  const { vandaag } = gebruikEigenSessie()
  const [open, zetOpen] = useState<Open>(null)
  const vak = gebruikVakfocus<HTMLElement>(v.stand)
  const tekst = uitleg[v.stand]
  const kan = (Object.keys(antwoordkeuzes) as Antwoordkeuze[]).filter((k) => v.antwoord?.[k] === null)
  const wissel = (welk: Open) => ({ uitgeklapt: open === welk, opKlik: () => zetOpen(open === welk ? null : welk) })
  const klaar = () => zetOpen(null)
  return (
    <article ref={vak} className="br-verzoek">
      <Kop niveau={3} als={4}>
        {verzoeksoorten[v.soort]} {v.referentie}
      </Kop>
      <p className="md-knoppen">
        <Verzoekstand stand={v.stand} />
        {v.termijn && <Termijn tot={v.termijn.uiterlijk as Datum} vandaag={vandaag as Datum} bijnaDagen={3} />}
      </p>
      <Vraag zinnen={v.vraag.map(hoofdletter)} />
      {tekst && <p>{tekst}</p>}
      {v.reactie && <Reactie reactie={v.reactie} beslist={v.termijn === null} />}
      {v.termijn && (
        <p>
          Beslis uiterlijk op {schrijfDatum(v.termijn.uiterlijk)}.{' '}
          <span className="md-bijtekst">
            {v.termijn.uitleg} Regel {v.termijn.regel} van de standaard.
          </span>
        </p>
      )}
      {(v.toewijzen || kan.length > 0) && (
        <p className="md-knoppen">
          {v.toewijzen && (
            <Knop soort="primair" {...wissel('toewijzen')}>
              Toewijzen
            </Knop>
          )}
          {kan.map((k) => (
            <Knop key={k} {...wissel(k)}>
              {antwoordkeuzes[k]}
            </Knop>
          ))}
        </p>
      )}
      {open === 'toewijzen' && v.toewijzen && <Toewijskeuze bericht={bericht} verzoek={v} />}
      {open !== null && open !== 'toewijzen' && kan.includes(open) && (
        <Verzoekantwoord key={open} bericht={bericht} verzoek={v} keuze={open} opKlaar={klaar} />
      )}
      {v.termijn && v.antwoord && <Nietmeer antwoord={v.antwoord} />}
    </article>
  )
}

/** Op ons antwoord hoort binnen drie werkdagen een reactie. Blijft die uit, dan hoeft niemand te blijven wachten. */
function Reactie({
  reactie: { bericht, uiterlijk, uitgebleven, terugTeNemen },
  beslist,
}: {
  reactie: NonNullable<Verzoekvorm['reactie']>
  beslist: boolean
}) {
  const neemTerug = gebruikTerugname()
  const naar = <Link to={`/berichten/${bericht}`}>Open ons antwoord</Link>
  if (!uitgebleven)
    return (
      <p className="md-bijtekst">
        {uiterlijk === null
          ? 'Ons antwoord is nog niet bij de aanbieder.'
          : `De aanbieder reageert uiterlijk op ${schrijfDatum(uiterlijk)} op ons antwoord (OP090).`}{' '}
        {naar} {terugTeNemen && <Knop opKlik={() => void neemTerug(bericht)}>Neem terug</Knop>}
      </p>
    )
  return (
    <Melding
      soort="waarschuwing"
      titel={`De aanbieder reageerde niet op ons antwoord; dat had uiterlijk op ${schrijfDatum(uiterlijk ?? '')} gemoeten.`}
      compact
    >
      <p>
        Bel de aanbieder. Heeft hij het niet, laat de administratie het dan opnieuw versturen.{' '}
        {beslist ? 'De afwijzing blijft staan.' : 'U hoeft niet te wachten: toewijzen en afwijzen kan nu.'} {naar}
      </p>
    </Melding>
  )
}

function Vraag({ zinnen }: { zinnen: readonly string[] }) {
  if (zinnen.length < 2) return zinnen.map((zin) => <p key={zin}>{zin}</p>)
  return (
    <ul className="br-verzoek__vraag">
      {zinnen.map((zin) => (
        <li key={zin}>{zin}</li>
      ))}
    </ul>
  )
}

const hoofdletter = (zin: string): string => zin.charAt(0).toUpperCase() + zin.slice(1)

function Nietmeer({ antwoord }: { antwoord: Readonly<Record<Antwoordkeuze, Antwoordweigering | null>> }) {
  const niet = (Object.keys(antwoordkeuzes) as Antwoordkeuze[]).flatMap((k) => {
    const w = antwoord[k]
    return w === null ? [] : [{ wat: antwoordkeuzes[k], ...w }]
  })
  return <WatNietKan niet={niet} />
}
