import type { Zaakantwoord } from '#http/api/dossier/vormen.ts'
import { Knop } from '../onderdelen/Knop.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { stapknop } from './stapvelden.ts'
import { wachtenBij } from './wachten.ts'

type Props = { zaak: Zaakantwoord; opStap: (soort: string, label: string) => void; opOverdragen: () => void }

/** Wat hier niet thuishoort: die legt het programma zelf vast, of hebben een eigen knop. */
const elders = ['melding_ontvangen', 'zaak_overgedragen']

/** Wat er nog meer vast te leggen is vanuit deze stand, en wat nu nog niet kan met de reden. */
export function Stappen({ zaak, opStap, opOverdragen }: Props) {
  const vooraan: readonly string[] = zaak.nu?.gebeurtenis ? [zaak.nu.gebeurtenis] : (wachtenBij(zaak)?.stappen ?? [])
  // Wat bij de volgende stap al als knop staat, staat hier niet nog eens; wat daar niet kan, hier met de reden.
  const andere = zaak.stappen.filter(
    (s) =>
      !elders.includes(s.soort) &&
      !(vooraan.includes(s.soort) && (!s.weigering || zaak.nu?.gebeurtenis)) &&
      (s.soort !== 'wachten_voorbij' || zaak.wachtOp),
  )
  const kan = andere.filter((s) => !s.weigering)
  const nogNiet = andere.filter((s) => s.weigering)
  if (!zaak.mag.schrijven && !zaak.mag.overdragen) return null
  return (
    <section className="md-stappen" aria-labelledby="andere-stappen">
      <Kop niveau={2} als={4} id="andere-stappen">
        Iets anders vastleggen
      </Kop>
      <ul>
        {kan.map((s) => (
          <li key={s.soort}>
            <Knop soort="stil" opKlik={() => opStap(s.soort, s.label)}>
              {stapknop[s.soort] ?? s.label}
            </Knop>
          </li>
        ))}
        {zaak.mag.overdragen && !zaak.afgeslotenOp && (
          <li>
            <Knop soort="stil" icoon="wissel" opKlik={opOverdragen}>
              Overdragen of overnemen
            </Knop>
          </li>
        )}
      </ul>
      {nogNiet.map((s) => (
        <p key={s.soort} className="md-bijtekst">
          Nog niet: {(stapknop[s.soort] ?? s.label).toLowerCase()}. {s.weigering?.tekst}
        </p>
      ))}
    </section>
  )
}
