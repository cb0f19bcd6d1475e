import { type FormEvent, useState } from 'react'
import type { Berichtantwoord } from '#http/api/berichten/vormen.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Datumveld } from '../onderdelen/Datumveld.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { gebruikVervolg } from './gebruik-vervolg.ts'

type Props = { bericht: Berichtantwoord; opKlaar: () => void }

/** Een nieuw bericht met de gegevens van nu; per toewijzing kan de einddatum anders. */
export function Verbeteren({ bericht, opKlaar }: Props) {
  const lopend = bericht.toewijzingen.filter((t) => !t.ingetrokken)
  const [einden, zetEinden] = useState<Readonly<Record<number, string>>>(Object.fromEntries(lopend.map((t) => [t.nummer, t.tot ?? ''])))
  const { probleem, bezig, verstuur } = gebruikVervolg(bericht.id, 'verbeteringen')
  const anders = lopend.filter((t) => einden[t.nummer] !== '' && einden[t.nummer] !== (t.tot ?? ''))
  const stuur = (e: FormEvent) => {
    e.preventDefault()
    if (!bezig)
      void verstuur(
        { toewijzingen: anders.map((t) => ({ nummer: t.nummer, tot: einden[t.nummer] })) },
        'Het verbeterde bericht staat klaar om te versturen.',
      )
  }
  return (
    <form className="br-vervolg__formulier" noValidate onSubmit={stuur}>
      <p>
        Er gaat een nieuw bericht uit met de naam en het adres zoals die nu in het dossier staan, en met alles wat bij deze aanbieder loopt.
        Klopt een einddatum niet, verander haar dan hier. Een andere omvang is een nieuwe toewijzing.
      </p>
      {lopend.map((t) => (
        <Datumveld
          key={t.nummer}
          label={`Einddatum van toewijzing ${t.nummer}`}
          uitleg={`${[t.product, t.omvang].filter(Boolean).join(', ')}, vanaf ${schrijfDatum(t.van)}`}
          waarde={einden[t.nummer] ?? ''}
          opWijzig={(w) => zetEinden((nu) => ({ ...nu, [t.nummer]: w }))}
          fout={probleem?.fouten.find((f) => f.plaats === `/toewijzingen/${anders.indexOf(t)}/tot`)?.tekst}
        />
      ))}
      {probleem && probleem.fouten.length === 0 && <Probleemmelding probleem={probleem} />}
      <p className="md-knoppen">
        <Knop soort="primair" type="submit">
          Maak het nieuwe bericht
        </Knop>
        <Knop soort="stil" opKlik={opKlaar}>
          Toch niet
        </Knop>
      </p>
    </form>
  )
}
