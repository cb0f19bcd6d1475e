import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Zaakkopantwoord } from '#http/api/dossier/vormen.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { Knop } from '../onderdelen/Knop.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'
import { meldOngedaan } from '../onderdelen/toast.ts'
import { Voortgang } from '../onderdelen/Voortgang.tsx'
import type { Uitslag } from './antwoord.ts'
import { Doelkeuze, leesDoel, naamVanDoel } from './Doelkeuze.tsx'
import { gebruikCollegas } from './gebruik-collegas.ts'
import { draagVeelOver, maakOngedaan, verversWerk } from './overdracht.ts'

type Fouten = { doel?: string; reden?: string }

type Props = {
  zaken: readonly Zaakkopantwoord[]
  /** Wat er nog gekozen blijft: wat niet lukte, om opnieuw te proberen; anders niets. */
  opKlaar: (over: readonly string[]) => void
}

/** De gekozen zaken samen overdragen: met een reden, met voortgang, te stoppen, en achteraf terug te draaien. */
export function VeelOverdragen({ zaken, opKlaar }: Props) {
  const { vandaag } = gebruikEigenSessie()
  const client = useQueryClient()
  const collegas = gebruikCollegas().data?.waarde
  const [keuze, zetKeuze] = useState('')
  const [reden, zetReden] = useState('')
  const [fouten, zetFouten] = useState<Fouten>({})
  const [uitslagen, zetUitslagen] = useState<readonly Uitslag[] | null>(null)
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const [totaal, zetTotaal] = useState(0)
  const gestopt = useRef(false)
  const onderweg = useRef(false)

  const begin = async () => {
    const doel = leesDoel(keuze)
    const gevonden: Fouten = {
      ...(!doel && { doel: 'Kies aan wie u deze zaken overdraagt.' }),
      ...(reden.trim().length < 5 && { reden: 'Schrijf kort op waarom u deze zaken overdraagt.' }),
    }
    zetFouten(gevonden)
    if (!doel || gevonden.reden || onderweg.current) return
    onderweg.current = true
    gestopt.current = false
    zetProbleem(null)
    zetUitslagen([])
    zetTotaal(zaken.length)
    try {
      const alle = await draagVeelOver(zaken, doel, reden.trim(), zetUitslagen, () => gestopt.current)
      const gelukt = alle.filter((u) => u.gelukt)
      const wie = naamVanDoel(keuze, collegas)
      if (gelukt.length > 0)
        meldOngedaan(`${aantalZaken(gelukt.length)} overgedragen aan ${wie}.`, () =>
          draaiTerug(gelukt, vandaag).then(() => verversWerk(client)),
        )
      await verversWerk(client)
      const klaar = new Set(gelukt.map((u) => u.id))
      opKlaar(zaken.map((z) => z.id).filter((id) => !klaar.has(id)))
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
      await verversWerk(client)
    } finally {
      onderweg.current = false
    }
  }
  const mislukt = (uitslagen ?? []).filter((u) => !u.gelukt)
  return (
    <section className="md-paneel" aria-labelledby="veel-overdragen">
      <Kop niveau={2} als={3} id="veel-overdragen">
        {aantalZaken(zaken.length)} overdragen
      </Kop>
      {probleem && <Probleemmelding probleem={probleem} />}
      {uitslagen && (
        <Voortgang tekst="Zaken overdragen" gedaan={uitslagen.length} totaal={totaal} opStop={() => (gestopt.current = true)} />
      )}
      {mislukt.length > 0 && <Mislukt mislukt={mislukt} zaken={zaken} />}
      <div className="md-paneel__velden">
        <Doelkeuze label="Aan wie" waarde={keuze} opWijzig={zetKeuze} fout={fouten.doel} />
        <Tekstveld label="Waarom" waarde={reden} opWijzig={zetReden} hoogstens={300} {...(fouten.reden && { fout: fouten.reden })} />
      </div>
      <p className="md-knoppen">
        <Knop soort="primair" opKlik={() => void begin()}>
          {aantalZaken(zaken.length)} overdragen
        </Knop>
        <Knop soort="stil" opKlik={() => opKlaar([])}>
          Keuze wissen
        </Knop>
      </p>
    </section>
  )
}

const aantalZaken = (aantal: number) => (aantal === 1 ? '1 zaak' : `${aantal.toLocaleString('nl-NL')} zaken`)

async function draaiTerug(gelukt: readonly Uitslag[], vandaag: string): Promise<void> {
  for (const u of gelukt)
    if (u.versie !== null && u.gebeurtenis !== null) await maakOngedaan({ id: u.id, versie: u.versie }, u.gebeurtenis, vandaag)
}

function Mislukt({ mislukt, zaken }: { mislukt: readonly Uitslag[]; zaken: readonly Zaakkopantwoord[] }) {
  return (
    <Melding soort="waarschuwing" titel={`${aantalZaken(mislukt.length)} niet overgedragen`} voorlezen>
      <ul>
        {mislukt.map((u) => (
          <li key={u.id}>
            {zaken.find((z) => z.id === u.id)?.nummer ?? 'Zaak'}: {u.weigering?.tekst} {u.weigering?.watNu}
          </li>
        ))}
      </ul>
    </Melding>
  )
}
