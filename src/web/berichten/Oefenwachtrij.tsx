import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Oefenwachtrijantwoord, Rondeantwoord } from '#http/api/berichten/oefenvormen.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { nieuweSleutel } from '../api/nieuwe-sleutel.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { vervallen } from '../api/vraagclient.ts'
import { schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Knop } from '../onderdelen/Knop.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { Tabel } from '../onderdelen/Tabel.tsx'
import { toonToast } from '../onderdelen/toast.ts'
import { antwoordzin, waaromzin } from './oefenwoorden.ts'

type Rij = Oefenwachtrijantwoord['wachtrij'][number]
type Wat = 'bericht' | 'volgende' | 'aan_de_beurt' | 'alles'
/** Zoveel staan er in beeld; spelen gaat over alles. */
const IN_BEELD = 15

/** Berichten van ons die op antwoord wachten, op de volgorde waarin de antwoorden komen, met waarom dan. */
export function Oefenwachtrij({ oefening: { wachtrij, aanbieders } }: { oefening: Oefenwachtrijantwoord }) {
  const { vandaag } = gebruikEigenSessie()
  const { speel, bezig, probleem } = gebruikRonde()
  const gedrag = new Map(aanbieders.map((a) => [a.aanbieder.code, a.gedrag]))
  const komt = wachtrij.filter((w) => w.op !== null).length
  const beurt = wachtrij.filter((w) => w.aanDeBeurt).length
  return (
    <section className="md-deel" aria-labelledby="oefenwachtrij">
      <h2 id="oefenwachtrij" tabIndex={-1}>
        Wat op antwoord wacht
      </h2>
      {probleem && <Probleemmelding probleem={probleem} />}
      {wachtrij.length === 0 ? (
        <Leeg titel="Er wacht geen bericht op antwoord.">
          <p>Wijs hulp toe aan een aanbieder, of beantwoord een verzoek. Het bericht daarover komt hier te staan.</p>
        </Leeg>
      ) : (
        <>
          <Rondeknoppen komt={komt} beurt={beurt} bezig={bezig} speel={(wat) => void speel(wat)} />
          <Tabel
            bijschrift={wachtrij.length > IN_BEELD ? `De eerste ${IN_BEELD} van ${wachtrij.length}` : 'Op volgorde van antwoord'}
            koppen={['Bericht', 'Aanbieder', 'Antwoord', 'Wanneer', 'Spelen']}
            rijen={wachtrij.slice(0, IN_BEELD).map((w) => ({
              sleutel: w.bericht,
              cellen: [
                <Link key="bericht" to={`/berichten/${w.bericht}`}>
                  {w.naam} {w.identificatie}
                </Link>,
                w.aanbieder.naam ?? w.aanbieder.code,
                antwoordzin(w),
                <Wanneer key="wanneer" rij={w} vandaag={vandaag} waarom={waaromVan(gedrag, w)} />,
                w.op === null ? (
                  <span key="speel" className="md-onbekend">
                    Niet te spelen
                  </span>
                ) : (
                  <Knop key="speel" soort="stil" klasse="br-speel" opKlik={() => void speel('bericht', w.bericht)}>
                    Speel nu<span className="md-onzichtbaar"> het antwoord op {w.identificatie}</span>
                  </Knop>
                ),
              ],
            }))}
          />
        </>
      )}
    </section>
  )
}

const waaromVan = (gedrag: ReadonlyMap<string, Parameters<typeof waaromzin>[0]>, w: Rij): string => {
  const zijn = gedrag.get(w.aanbieder.code)
  return zijn === undefined || w.op === null ? '' : waaromzin(zijn)
}

function Wanneer({ rij: w, vandaag, waarom }: { rij: Rij; vandaag: string; waarom: string }) {
  if (w.op === null) return 'Komt niet'
  return (
    <>
      {w.aanDeBeurt ? 'Nu' : `Vanaf ${schrijfTijdstip(w.op, vandaag)}`} <span className="md-bijtekst">{waarom}</span>
    </>
  )
}

function Rondeknoppen({ komt, beurt, bezig, speel }: { komt: number; beurt: number; bezig: boolean; speel: (wat: Wat) => void }) {
  if (komt === 0) return <p>Geen van deze aanbieders antwoordt. Draag er hierboven een op om te antwoorden.</p>
  return (
    <>
      <p className="md-knoppen">
        <Knop soort="primair" opKlik={() => speel('volgende')}>
          {bezig ? 'Wordt gespeeld…' : 'Speel het volgende'}
        </Knop>
        {beurt > 0 && beurt < komt && <Knop opKlik={() => speel('aan_de_beurt')}>Speel wat nu aan de beurt is ({beurt})</Knop>}
        <Knop opKlik={() => speel('alles')}>Speel alles ({komt})</Knop>
      </p>
      {beurt < komt && (
        <p className="md-bijtekst">Spelen loopt vooruit op de tijd: ook een antwoord dat pas over dagen komt, komt dan nu.</p>
      )}
    </>
  )
}

function gebruikRonde() {
  const client = useQueryClient()
  const [bezig, zetBezig] = useState(false)
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const speel = async (wat: Wat, bericht?: string) => {
    if (bezig) return
    zetBezig(true)
    zetProbleem(null)
    try {
      const lichaam = { wat, ...(bericht && { bericht }) }
      const { waarde } = await roepApi<Rondeantwoord>('POST', '/oefenrondes', { lichaam, idempotentie: nieuweSleutel() })
      toonToast({ tekst: rondezin(waarde) })
      await vervallen(client, 'oefenen', 'berichten', 'berichttellingen', 'uitval', 'verzoeken')
      // De rij waar men stond is weg.
      document.getElementById('oefenwachtrij')?.focus()
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
    } finally {
      zetBezig(false)
    }
  }
  return { speel, bezig, probleem }
}

function rondezin({ gespeeld, over, overgeslagen }: Rondeantwoord): string {
  const binnen = gespeeld === 1 ? 'Er is 1 antwoord binnen.' : `Er zijn ${gespeeld} antwoorden binnen.`
  const eerder = overgeslagen > 0 ? ` ${overgeslagen} ${overgeslagen === 1 ? 'was' : 'waren'} intussen al beantwoord.` : ''
  return `${binnen}${eerder}${over > 0 ? ` Speel nog eens voor de andere ${over}.` : ''}`
}
