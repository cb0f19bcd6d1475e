import { useQueryClient } from '@tanstack/react-query'
import type { Invoerfout } from '#core/base/result.ts'
import type { Oefenwachtrijantwoord } from '#http/api/berichten/oefenvormen.ts'
import { roepApi } from '../api/roep-api.ts'
import { vervallen } from '../api/vraagclient.ts'
import { Bewaarknoppen } from '../formulier/Bewaarknoppen.tsx'
import { gebruikFormulier } from '../formulier/gebruik-formulier.ts'
import { Conceptmelding } from '../onderdelen/Conceptmelding.tsx'
import { Foutoverzicht } from '../onderdelen/Foutoverzicht.tsx'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Keuzerondjes } from '../onderdelen/Keuzerondjes.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'
import { toonToast } from '../onderdelen/toast.ts'
import { Vinkje } from '../onderdelen/Vinkje.tsx'
import type { Gedrag } from './oefenwoorden.ts'

type Props = { aanbieder: string; gedrag: Gedrag; codes: Oefenwachtrijantwoord['codes']; klaar: () => void }
type Waarden = Omit<Gedrag, 'wacht' | 'codes'> & { wacht: string; codes: { WMO301: string; WMO319: string } }

const antwoorden = [
  { waarde: 'neemt_aan', tekst: 'Neemt elk bericht aan' },
  { waarde: 'keurt_af', tekst: 'Keurt elk bericht af' },
  { waarde: 'zwijgt', tekst: 'Antwoordt niet' },
]
const eenheden = [
  { waarde: 'minuten', tekst: 'minuten' },
  { waarde: 'dagen', tekst: 'dagen' },
]
const LANGST = 365

/** Een aanbieder opdragen hoe hij antwoordt op wat nu wacht en op wat nog komt. */
export function Oefenopdracht({ aanbieder, gedrag, codes, klaar }: Props) {
  const client = useQueryClient()
  const f = gebruikFormulier<Waarden>({
    id: `oefenopdracht-${aanbieder}`,
    begin: { ...gedrag, wacht: String(gedrag.wacht), codes: gedrag.codes ?? { WMO301: '', WMO319: '' } },
    controleer,
    verstuur: async (w) => {
      const lichaam = { ...w, aanbieder, wacht: Number(w.wacht), codes: w.antwoord === 'keurt_af' ? w.codes : null }
      await roepApi('POST', '/oefenopdrachten', { lichaam })
      toonToast({ tekst: 'De aanbieder gedraagt zich vanaf nu zo.' })
      await vervallen(client, 'oefenen')
      klaar()
    },
  })
  const keuzes = (naam: 'WMO301' | 'WMO319') => codes[naam].map((c) => ({ waarde: c.code, tekst: `${c.code}: ${c.tekst}` }))
  return (
    <form className="br-oefenopdracht" noValidate onSubmit={(e) => void f.verstuur(e)}>
      <Foutoverzicht formulier={f} />
      <Conceptmelding formulier={f} />
      <Keuzerondjes label="Wat doet deze aanbieder?" opties={antwoorden} {...f.veld('/antwoord')} />
      {f.waarden.antwoord === 'keurt_af' && (
        <>
          <Keuzelijst
            label="Waarmee keurt hij een toewijzing af (WMO301)?"
            leeg="Kies een code"
            opties={keuzes('WMO301')}
            {...f.veld('/codes/WMO301')}
          />
          <Keuzelijst
            label="Waarmee keurt hij ons antwoord op een verzoek af (WMO319)?"
            leeg="Kies een code"
            opties={keuzes('WMO319')}
            {...f.veld('/codes/WMO319')}
          />
        </>
      )}
      {f.waarden.antwoord !== 'zwijgt' && (
        <>
          <div className="br-oefenopdracht__wacht">
            <Tekstveld
              label="Hoe lang wacht hij?"
              uitleg="0 is meteen."
              breedte="kort"
              toetsen="numeric"
              hoogstens={3}
              {...f.veld('/wacht')}
            />
            <Keuzelijst label="Minuten of dagen" opties={eenheden} {...f.veld('/eenheid')} />
          </div>
          <Vinkje
            tekst="Hij stuurt elk antwoord twee keer"
            aangevinkt={f.waarden.dubbel}
            opWijzig={(aan) => f.zet('/dubbel', aan)}
            uitleg="Twee keer hetzelfde antwoord telt één keer."
          />
          <Vinkje
            tekst="Hij antwoordt op het laatste bericht eerst"
            aangevinkt={f.waarden.laatsteEerst}
            opWijzig={(aan) => f.zet('/laatsteEerst', aan)}
            uitleg="De volgorde van binnenkomst mag niets uitmaken."
          />
        </>
      )}
      <Bewaarknoppen formulier={f} bewaar={f.bezig ? 'Wordt bewaard…' : 'Bewaar'} klaar={klaar} />
    </form>
  )
}

const waarop = { WMO301: 'een toewijzing (WMO301)', WMO319: 'ons antwoord op een verzoek (WMO319)' } as const

function controleer({ antwoord, wacht, codes }: Waarden): Invoerfout[] {
  if (antwoord === 'zwijgt') return []
  const mist = (naam: 'WMO301' | 'WMO319') =>
    antwoord === 'keurt_af' && codes[naam] === ''
      ? [{ code: 'LEEG', plaats: `/codes/${naam}`, tekst: `Kies de code waarmee hij ${waarop[naam]} afkeurt.` }]
      : []
  const goed = /^\d{1,3}$/.test(wacht.trim()) && Number(wacht) <= LANGST
  return [
    ...mist('WMO301'),
    ...mist('WMO319'),
    ...(goed ? [] : [{ code: 'GETAL', plaats: '/wacht', tekst: `Vul een heel getal in van 0 tot en met ${LANGST}.` }]),
  ]
}
