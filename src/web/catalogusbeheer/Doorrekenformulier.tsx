import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { Json } from '#core/catalogus/instellingen.ts'
import { gelijk } from '#core/catalogus/instellingen.ts'
import type { Instellingantwoord, Mapversieantwoord, Publicatieantwoord, Simulatieantwoord } from '#http/api/catalogus/vormen.ts'
import { gebruikAanmaken } from '../api/gebruik-aanmaken.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { type Formulier, gebruikFormulier } from '../formulier/gebruik-formulier.ts'
import { Datumveld } from '../onderdelen/Datumveld.tsx'
import { Foutoverzicht } from '../onderdelen/Foutoverzicht.tsx'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { veldId } from '../formulier/wijzer.ts'
import { leesSimulatieadres } from './simulatievraag.ts'

type Waarden = { versie: string; vanaf: string; lezingen: Record<string, Json> }
type Opgave = { vanaf: string; versie?: string; instellingen?: Record<string, Json> }
type Props = {
  versies: readonly Mapversieantwoord[]
  publicaties: readonly Publicatieantwoord[]
  instellingen: readonly Instellingantwoord[]
}

/** Wat er doorgerekend wordt: een versie, lezingen, of allebei, vanaf een dag. */
export function Doorrekenformulier({ versies, publicaties, instellingen }: Props) {
  const [delen] = useSearchParams()
  const { vandaag } = gebruikEigenSessie()
  const navigeer = useNavigate()
  const gevraagd = leesSimulatieadres(delen)
  const [sleutel, zetSleutel] = useState('')
  const maak = gebruikAanmaken<Opgave, Simulatieantwoord>('/simulaties', { formulier: 'simulatie', verversen: ['simulaties'] })
  const f = gebruikFormulier<Waarden>({
    id: `simulatie-${delen}`,
    begin: { versie: gevraagd.versie, vanaf: gevraagd.vanaf || vandaag, lezingen: { ...gevraagd.lezingen } },
    controleer: (w) => [
      ...(w.vanaf === '' ? [{ plaats: '/vanaf', code: 'LEEG', tekst: 'Vul in vanaf welke dag de wijziging zou gelden.' }] : []),
      ...(sleutel !== '' ? [{ plaats: '/lezingen', code: 'LEEG', tekst: 'Kies wat deze instelling wordt.' }] : []),
      ...(sleutel === '' && w.versie === '' && Object.keys(w.lezingen).length === 0
        ? [{ plaats: '/versie', code: 'LEEG', tekst: 'Kies een andere versie, of voeg een andere lezing toe.' }]
        : []),
    ],
    vertaal: (plaats) => (plaats.startsWith('/instellingen/') ? '/lezingen' : plaats),
    verstuur: async ({ versie, vanaf, lezingen }) => {
      const { waarde } = await maak.mutateAsync({
        vanaf,
        ...(versie !== '' && { versie }),
        ...(Object.keys(lezingen).length > 0 && { instellingen: lezingen }),
      })
      void navigeer(`/catalogusbeheer/doorrekenen/${waarde.id}`)
    },
  })
  const nu = publicaties.find((p) => p.stand === 'geldt')
  const zetLezing = (sleutel: string, waarde: Json | undefined) => {
    const { [sleutel]: _weg, ...rest } = f.waarden.lezingen
    f.zet('/lezingen', waarde === undefined ? rest : { ...rest, [sleutel]: waarde })
    // Een andere lezing is genoeg: dan hoeft er geen andere versie bij.
    f.zet('/versie', f.waarden.versie)
  }
  return (
    <section className="cb-deel" aria-labelledby="doorrekenen">
      <Kop niveau={2} id="doorrekenen">
        Een wijziging doorrekenen
      </Kop>
      <Foutoverzicht formulier={f} />
      <form className="md-formulier cb-formulier" noValidate onSubmit={(e) => void f.verstuur(e)}>
        <Keuzelijst
          label="Andere versie"
          optioneel
          leeg={nu ? `De versie die dan geldt (nu ${nu.versie})` : 'Geen andere versie'}
          opties={versies
            .filter((v) => v.hash === null || v.hash !== nu?.hash)
            .map((v) => ({ waarde: v.versie, tekst: `${v.versie}${v.hash === null ? ' (ligt nog niet vast)' : ''}` }))}
          {...f.veld('/versie')}
        />
        <Gekozenlezingen lezingen={f.waarden.lezingen} instellingen={instellingen} opWeg={(s) => zetLezing(s, undefined)} />
        <Lezingtoevoegen
          instellingen={instellingen}
          gekozen={f.waarden.lezingen}
          sleutel={sleutel}
          opSleutel={zetSleutel}
          opKies={zetLezing}
          formulier={f}
        />
        <Datumveld label="Alsof zij ingaat op" {...f.veld('/vanaf')} />
        <p className="md-knoppen">
          <Knop soort="primair" type="submit">
            Reken door
          </Knop>
        </p>
      </form>
    </section>
  )
}

type Gekozenprops = {
  lezingen: Readonly<Record<string, Json>>
  instellingen: readonly Instellingantwoord[]
  opWeg: (sleutel: string) => void
}

function Gekozenlezingen({ lezingen, instellingen, opWeg }: Gekozenprops) {
  const gekozen = Object.entries(lezingen)
  if (gekozen.length === 0) return null
  return (
    <ul className="cb-gekozen" aria-label="Andere lezingen in deze doorrekening">
      {gekozen.map(([sleutel, waarde]) => {
        const i = instellingen.find((x) => x.sleutel === sleutel)
        const lezing = i?.lezingen.find((l) => gelijk(l.waarde as Json, waarde))
        return (
          <li key={sleutel}>
            <span>
              <strong>{i?.titel ?? sleutel}</strong>: {lezing?.tekst ?? JSON.stringify(waarde)}
              {i && <span className="md-bijtekst"> Nu: {i.inWoorden}</span>}
            </span>
            <Knop soort="stil" icoon="kruis" alleenIcoon opKlik={() => opWeg(sleutel)}>
              {`Haal ${i?.titel ?? sleutel} weg`}
            </Knop>
          </li>
        )
      })}
    </ul>
  )
}

type Toevoegprops = {
  instellingen: readonly Instellingantwoord[]
  gekozen: Readonly<Record<string, Json>>
  sleutel: string
  opSleutel: (sleutel: string) => void
  opKies: (sleutel: string, waarde: Json) => void
  formulier: Formulier<Waarden>
}

/** Twee lijsten: welke instelling, en dan welke andere lezing. */
function Lezingtoevoegen({ instellingen, gekozen, sleutel, opSleutel, opKies, formulier }: Toevoegprops) {
  const gezegd = formulier.foutVan('/lezingen')
  const fout = gezegd === undefined ? {} : { fout: gezegd }
  const id = veldId(formulier.id, '/lezingen')
  const telt = instellingen.filter(
    (i) => !Object.hasOwn(gekozen, i.sleutel) && (i.werkt.includes('advies') || i.werkt.includes('stapeling')) && andere(i).length > 0,
  )
  const instelling = telt.find((i) => i.sleutel === sleutel)
  return (
    <div className="cb-toevoegen">
      <Keuzelijst
        label="Andere lezing toevoegen"
        optioneel
        uitleg="Alleen lezingen die een advies of een combinatie van producten kunnen veranderen."
        {...(instelling ? {} : { id, ...fout })}
        leeg="Kies een instelling"
        waarde={instelling ? sleutel : ''}
        opWijzig={opSleutel}
        opties={telt.map((i) => ({ waarde: i.sleutel, tekst: `${i.amb} ${i.titel}` }))}
      />
      {instelling && (
        <Keuzelijst
          label="Wordt"
          uitleg={`Nu: ${instelling.inWoorden}`}
          leeg="Kies de andere lezing"
          id={id}
          {...fout}
          waarde=""
          opWijzig={(n) => {
            opKies(instelling.sleutel, instelling.lezingen[Number(n)]?.waarde as Json)
            opSleutel('')
          }}
          opties={andere(instelling).map((l) => ({ waarde: String(instelling.lezingen.indexOf(l)), tekst: l.tekst }))}
        />
      )}
    </div>
  )
}

const andere = (i: Instellingantwoord) => i.lezingen.filter((l) => l.ontbreekt === null && !gelijk(l.waarde as Json, i.waarde as Json))
