import { useCallback, useMemo } from 'react'
import { useParams } from 'react-router'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { gebruikEigenSessie, heeftRol } from '../api/gebruik-sessie.ts'
import { gebruikSneltoets, gebruikUitleg } from '../kader/Sneltoetsen.tsx'
import { schrijfDag, schrijfDatum, schrijfWanneer } from '../kader/schrijf-datum.ts'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Advieskolom } from '../probeer/Advieskolom.tsx'
import { gaNaarVraag, ProbeerContext } from '../probeer/gebruik-probeer.ts'
import { Vragenlijst } from '../probeer/Vragenlijst.tsx'
import { Afronden } from './Afronden.tsx'
import { Bezoekbalk } from './Bezoekbalk.tsx'
import { type Onderzoek, onderzoekadres } from './beeld.ts'
import { Bewaarregel } from './Bewaarregel.tsx'
import { Botsing } from './Botsing.tsx'
import { gebruikOnderzoek, OnderzoekContext } from './gebruik-onderzoek.ts'
import { OnderzoekKader, OverWie } from './OnderzoekKader.tsx'
import { Vervolgstap } from './Vervolgstap.tsx'
import { Vraagvoet } from './Vraagvoet.tsx'
import { aantalOpen } from './wachtrij.ts'
import '../bewaren/bewaren.css'
import '../probeer/probeer.css'
import './onderzoek.css'

/** Het onderzoek: dezelfde vragen en hetzelfde advies als Probeer, op antwoorden die vanzelf bewaard worden. */
export function OnderzoekPagina() {
  const { onderzoek = '' } = useParams()
  return (
    <OnderzoekKader id={onderzoek} titel="Onderzoek">
      {(o, catalogus) => <Scherm onderzoek={o} catalogus={catalogus} />}
    </OnderzoekKader>
  )
}

const inOnderzoek = { Voet: Vraagvoet, Verder: Vervolgstap }

function Scherm({ onderzoek, catalogus }: { onderzoek: Onderzoek; catalogus: Catalogus }) {
  const sessie = gebruikEigenSessie()
  const { medewerker, vandaag } = sessie
  const { stand, probeer } = gebruikOnderzoek(onderzoek, catalogus, medewerker.id, vandaag)
  const context = useMemo(() => ({ ...probeer, inOnderzoek }), [probeer])
  const { volgende } = probeer
  const naarVolgende = useCallback(() => volgende && gaNaarVraag(volgende.vraag), [volgende])
  gebruikSneltoets('n', 'Ga naar de vraag die nu het verschil maakt', naarVolgende)
  gebruikUitleg('1 2 3', 'In een vraag: kies het eerste, tweede of derde antwoord')
  const adres = (deel: string) => onderzoekadres(onderzoek.inwoner.id, onderzoek.id, deel)
  return (
    <OnderzoekContext.Provider value={stand}>
      <ProbeerContext.Provider value={context}>
        <Pagina
          titel="Onderzoek"
          boven={<OverWie {...onderzoek} />}
          breed
          acties={
            <>
              <KnopLink naar={adres('samenvatting')}>Samenvatting</KnopLink>
              {heeftRol(sessie, 'consulent', 'teamleider') && (
                <KnopLink naar={adres('indicatie')} soort="primair">
                  Stel een indicatie vast
                </KnopLink>
              )}
            </>
          }
        >
          <Kop onderzoek={onderzoek} />
          {!onderzoek.magWijzigen && (
            <Melding soort="info" compact titel="U leest mee.">
              {onderzoek.waaromNiet}
              {onderzoek.afgerondOp && ` Dat deed ${onderzoek.gewijzigdDoor.naam} ${schrijfWanneer(onderzoek.afgerondOp)}.`}
            </Melding>
          )}
          {(onderzoek.magWijzigen || aantalOpen(stand.rij) > 0) && <Bewaarregel />}
          <Botsing />
          <Bezoekbalk />
          <div className="probeer">
            <fieldset className="probeer-links ond-vragen" disabled={!onderzoek.magWijzigen}>
              <legend className="md-onzichtbaar">Vragen</legend>
              <Vragenlijst />
            </fieldset>
            <Advieskolom />
          </div>
          <Afronden />
        </Pagina>
      </ProbeerContext.Provider>
    </OnderzoekContext.Provider>
  )
}

function Kop({ onderzoek: { zaak, catalogus, gestartOp, gestartDoor } }: { onderzoek: Onderzoek }) {
  return (
    <div className="ond-kop">
      {zaak?.hulpvraag && <blockquote className="ond-hulpvraag">{zaak.hulpvraag}</blockquote>}
      <p className="md-bijtekst">
        {zaak && `Klaar uiterlijk ${schrijfDatum(zaak.onderzoekUiterlijk)}. `}
        Begonnen op {schrijfDag(gestartOp)} door {gestartDoor.naam}, met {catalogus.naam} versie {catalogus.versie}.
      </p>
    </div>
  )
}
