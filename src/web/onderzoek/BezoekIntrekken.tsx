import { useQueryClient } from '@tanstack/react-query'
import { legVast } from '../api/nieuwe-sleutel.ts'
import { sleutels } from '../api/sleutels.ts'
import { Bewaarknoppen } from '../formulier/Bewaarknoppen.tsx'
import { gebruikFormulier } from '../formulier/gebruik-formulier.ts'
import { Foutoverzicht } from '../onderdelen/Foutoverzicht.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'
import { meldOngedaan } from '../onderdelen/toast.ts'
import { Verouderd } from '../onderdelen/Verouderd.tsx'
import { bezoekInZin } from './Bezoekverloop.tsx'
import type { Bezoek } from './beeld.ts'
import { neemBezoekOp, zetBezoekTerug } from './bezoekstand.ts'
import { gebruikOnderzoekstand } from './gebruik-onderzoek.ts'

/** Een bezoek intrekken vraagt een reden; daarna is er de weg terug. */
export function BezoekIntrekken({ bezoek, klaar }: { bezoek: Bezoek; klaar: () => void }) {
  const { onderzoek, antwoorden } = gebruikOnderzoekstand()
  const client = useQueryClient()
  const aantal = Object.values(antwoorden).filter((a) => a.bezoek === bezoek.id).length
  const f = gebruikFormulier({
    id: `bezoek-intrekken-${bezoek.id}`,
    begin: { reden: '' },
    verstuur: async (w) => {
      const { waarde } = await legVast<Bezoek>(`/bezoeken/${bezoek.id}/intrekkingen`, w, `"v${bezoek.versie}"`)
      neemBezoekOp(client, onderzoek.id, waarde)
      klaar()
      meldOngedaan(`Ingetrokken: ${bezoekInZin(bezoek)}.`, async () => neemBezoekOp(client, onderzoek.id, await zetBezoekTerug(waarde)))
    },
  })
  return (
    <form className="ond-bezoekformulier md-vlak" noValidate onSubmit={(e) => void f.verstuur(e)} aria-label="Bezoek intrekken">
      {f.probleem?.status === 412 ? (
        <Verouderd
          wat="dit bezoek"
          probleem={f.probleem}
          opnieuw={() => void client.invalidateQueries({ queryKey: sleutels.onderzoek(onderzoek.id) }).then(klaar)}
        />
      ) : (
        <Foutoverzicht formulier={f} />
      )}
      <p>
        U trekt dit in: {bezoekInZin(bezoek)}. {wat(aantal)}
      </p>
      <Tekstveld label="Waarom" uitleg="Bijvoorbeeld: hoort bij een andere inwoner." hoogstens={300} {...f.veld('/reden')} />
      <Bewaarknoppen formulier={f} bewaar="Bezoek intrekken" klaar={klaar} />
    </form>
  )
}

function wat(aantal: number): string {
  if (aantal === 0) return 'Er horen geen antwoorden bij.'
  const erbij =
    aantal === 1 ? 'Het antwoord dat erbij hoort blijft staan en noemt' : `De ${aantal} antwoorden die erbij horen blijven staan en noemen`
  return `${erbij} dat het bezoek is ingetrokken. Klopt een antwoord niet, verbeter dat dan bij de vraag.`
}
