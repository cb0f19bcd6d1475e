import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import type { Simulatieantwoord } from '#http/api/catalogus/vormen.ts'
import { gebruikAanmaken } from '../api/gebruik-aanmaken.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { vervallen } from '../api/vraagclient.ts'
import { gebruikFormulier } from '../formulier/gebruik-formulier.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Datumveld } from '../onderdelen/Datumveld.tsx'
import { Foutoverzicht } from '../onderdelen/Foutoverzicht.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Tekstvlak } from '../onderdelen/Tekstvlak.tsx'
import { toonToast } from '../onderdelen/toast.ts'
import { gebruikInstellingen, gebruikPublicaties } from './antwoord.ts'
import { vastgelegd } from './vastgelegd.ts'

/** Precies de wijziging die doorgerekend is, vastleggen met een reden; is dat al gebeurd, dan staat dat er. */
export function Vastleggen({ simulatie: s }: { simulatie: Simulatieantwoord }) {
  const { vandaag } = gebruikEigenSessie()
  const [instellingen, publicaties] = [gebruikInstellingen().data?.waarde, gebruikPublicaties().data?.waarde]
  if (!instellingen || !publicaties) return null
  const al = vastgelegd(s.vraag.wijziging, { instellingen: instellingen.items, publicaties: publicaties.items })
  if (al === null) return <Vastlegformulier simulatie={s} />
  return (
    <Melding soort="info" titel="Deze wijziging is vastgelegd.">
      {al.sinds === null || al.sinds <= vandaag ? 'Zij geldt nu' : `Zij gaat in op ${schrijfDatum(al.sinds)}`}. Wie dat deed en waarom staat
      bij{' '}
      {s.vraag.wijziging.versie === null ? (
        <Link to="/catalogusbeheer/lezingen">de lezingen</Link>
      ) : (
        <Link to="/catalogusbeheer">de versies</Link>
      )}
      .
    </Melding>
  )
}

function Vastlegformulier({ simulatie: s }: { simulatie: Simulatieantwoord }) {
  const { versie, instellingen } = s.vraag.wijziging
  const { vandaag } = gebruikEigenSessie()
  const navigeer = useNavigate()
  const client = useQueryClient()
  const maak = gebruikAanmaken<object, unknown>(versie === null ? '/instellingkeuzes' : '/cataloguspublicaties', {
    formulier: `vastleggen-${s.id}`,
  })
  const f = gebruikFormulier({
    id: `vastleggen-${s.id}`,
    begin: { vanaf: s.vanaf < vandaag ? vandaag : s.vanaf, reden: '' },
    controleer: (w) => [
      ...(w.vanaf === '' ? [{ plaats: '/vanaf', code: 'LEEG', tekst: 'Vul in op welke dag dit ingaat.' }] : []),
      ...(w.reden.trim().length < 10 ? [{ plaats: '/reden', code: 'LEEG', tekst: 'Schrijf in minstens 10 tekens waarom.' }] : []),
    ],
    verstuur: async ({ vanaf, reden }) => {
      await maak.mutateAsync({
        vanaf,
        reden,
        ...(versie !== null && { versie }),
        ...(Object.keys(instellingen).length > 0 && { instellingen }),
      })
      await vervallen(client, 'cataloguspublicaties', 'instellingkeuzes')
      toonToast({ tekst: `Vastgelegd. Dit gaat in op ${schrijfDatum(vanaf)}.` })
      void navigeer(versie === null ? '/catalogusbeheer/lezingen' : '/catalogusbeheer')
    },
  })
  return (
    <section className="cb-deel" aria-labelledby="vastleggen">
      <Kop niveau={2} id="vastleggen">
        Deze wijziging vastleggen
      </Kop>
      <Foutoverzicht formulier={f} />
      <form className="md-formulier cb-formulier" noValidate onSubmit={(e) => void f.verstuur(e)}>
        <Datumveld label="Gaat in op" {...f.veld('/vanaf')} />
        <Tekstvlak label="Waarom" uitleg="Collega's en toezicht lezen dit terug." hoogstens={1000} {...f.veld('/reden')} />
        <p className="md-knoppen">
          <Knop soort="primair" type="submit">
            Vastleggen
          </Knop>
        </p>
      </form>
    </section>
  )
}
