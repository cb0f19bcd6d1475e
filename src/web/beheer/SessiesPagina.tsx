import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Sessieregelantwoord } from '#http/api/beheerroutes.ts'
import { gebruikLijst } from '../api/gebruik-lijst.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { vervallen } from '../api/vraagclient.ts'
import { schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Gegevenstabel, type Kolom } from '../onderdelen/Gegevenstabel.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { toonToast } from '../onderdelen/toast.ts'
import { BeheerKader } from './BeheerKader.tsx'

/** Wie er nu is aangemeld. Een sessie beëindigen telt meteen, bijvoorbeeld bij een verloren laptop. */
export function SessiesPagina() {
  const client = useQueryClient()
  const [mislukt, zetMislukt] = useState<Probleem | null>(null)
  const lijst = gebruikLijst<Sessieregelantwoord>('/sessies', { sleutel: sleutels.sessies() })
  const beeindig = async (s: Sessieregelantwoord) => {
    zetMislukt(null)
    try {
      await roepApi('DELETE', `/sessies/${s.id}`)
      toonToast({ tekst: `${s.medewerker.naam} is daar afgemeld.` })
    } catch (fout) {
      zetMislukt(alsProbleem(fout))
    }
    await vervallen(client, 'sessies')
  }
  const kolommen: readonly Kolom<Sessieregelantwoord>[] = [
    { sleutel: 'wie', kop: 'Medewerker', cel: (s) => s.medewerker.naam },
    { sleutel: 'sinds', kop: 'Aangemeld', cel: (s) => schrijfTijdstip(s.aangemeldOp), eenRegel: true },
    { sleutel: 'gebruikt', kop: 'Laatst gebruikt', cel: (s) => schrijfTijdstip(s.laatstGebruikt), eenRegel: true },
    { sleutel: 'verloopt', kop: 'Verloopt', cel: (s) => schrijfTijdstip(s.verlooptOp), eenRegel: true },
    { sleutel: 'vanaf', kop: 'Vanaf', cel: (s) => s.vanaf },
    {
      sleutel: 'einde',
      kop: 'Beëindigen',
      vast: true,
      cel: (s) =>
        s.deze ? (
          'Dit bent u nu'
        ) : (
          <Knop opKlik={() => void beeindig(s)}>
            Beëindigen<span className="md-onzichtbaar">: de sessie van {s.medewerker.naam}</span>
          </Knop>
        ),
    },
  ]
  return (
    <BeheerKader inleiding="Wie er nu is aangemeld. Beëindigt u een sessie, dan is dat apparaat meteen afgemeld; wat iemand had ingevuld blijft daar als concept staan.">
      {mislukt && <Probleemmelding probleem={mislukt} />}
      <Gegevenstabel
        id="beheer-sessies"
        bijschrift="Sessies"
        kolommen={kolommen}
        lijst={lijst}
        sleutel={(s) => s.id}
        leeg={<Leeg titel="Er is niemand aangemeld" />}
      />
    </BeheerKader>
  )
}
