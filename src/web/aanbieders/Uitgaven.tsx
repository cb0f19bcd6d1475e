import { useQuery } from '@tanstack/react-query'
import type { Uitgaveantwoord } from '#http/api/keten/ketenroutes.ts'
import type { Bladzijde } from '../api/gebruik-lijst.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { Deel } from '../dossier/MetGegevens.tsx'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Badge } from '../onderdelen/Badge.tsx'
import { Tabel } from '../onderdelen/Tabel.tsx'

const standen = {
  geldt: { soort: 'goed', tekst: 'In gebruik' },
  nog_niet: { soort: 'info', tekst: 'Nog niet in gebruik' },
  niet_meer: { soort: 'gewoon', tekst: 'Niet meer in gebruik' },
} as const

/** Met welke uitgave van de standaard gewerkt wordt, en wat erbuiten binnenkwam. */
export function Uitgaven() {
  const vraag = useQuery({
    queryKey: sleutels.ketenuitgaven(),
    queryFn: ({ signal }) => roepApi<Bladzijde<Uitgaveantwoord>>('GET', '/ketenuitgaven', { signaal: signal }),
  })
  return (
    <section className="md-deel" aria-labelledby="uit-kop">
      <h2 id="uit-kop">Uitgave van de standaard</h2>
      <Deel vraag={vraag} wat="De uitgaven worden geladen">
        {({ items }) => (
          <Tabel
            bijschrift="Uitgaven van de standaard"
            bijschriftVerborgen
            koppen={['Uitgave', 'Geldt', 'Stand', 'Berichten', 'Buiten die dagen ontvangen']}
            rijen={items.map((u) => ({
              sleutel: u.naam,
              cellen: [
                u.naam,
                `vanaf ${schrijfDatum(u.vanaf)}${u.tot ? ` tot en met ${schrijfDatum(u.tot)}` : ''}`,
                <span key="stand">
                  <Badge soort={standen[u.stand].soort}>{standen[u.stand].tekst}</Badge>
                  {u.schrijven && ' Hierin schrijven wij.'}
                </span>,
                u.berichten.toLocaleString('nl-NL'),
                u.buiten.toLocaleString('nl-NL'),
              ],
            }))}
          />
        )}
      </Deel>
      <p className="md-bijtekst">
        Een bericht met een dagtekening buiten die dagen wordt gewoon beoordeeld, en staat daarna bij de uitval.
      </p>
    </section>
  )
}
