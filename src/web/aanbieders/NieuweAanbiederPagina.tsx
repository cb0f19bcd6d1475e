import { Link, useNavigate } from 'react-router'
import { gebruikAanmaken } from '../api/gebruik-aanmaken.ts'
import { gebruikFormulier } from '../formulier/gebruik-formulier.ts'
import { Conceptmelding } from '../onderdelen/Conceptmelding.tsx'
import { Datumveld } from '../onderdelen/Datumveld.tsx'
import { Foutoverzicht } from '../onderdelen/Foutoverzicht.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Tekstveld } from '../onderdelen/Tekstveld.tsx'
import { Tekstvlak } from '../onderdelen/Tekstvlak.tsx'
import { toonToast } from '../onderdelen/toast.ts'
import { kopfouten, legeRegel, naarContract, naarRegel, naarVeld, redenfouten } from './contractformulier.ts'
import { Regelvelden } from './Regelvelden.tsx'
import './aanbieders.css'

const begin = { ...legeRegel, agb: '', naam: '', begin: '', einde: '', reden: '' }

/** Een nieuwe aanbieder met zijn eerste code; de rest komt er op zijn eigen bladzijde bij. */
export function NieuweAanbiederPagina() {
  const navigeer = useNavigate()
  const maak = gebruikAanmaken<object, unknown>('/contracten', { formulier: 'aanbieder-nieuw', verversen: ['aanbieders'] })
  const f = gebruikFormulier({
    id: 'aanbieder-nieuw',
    begin,
    vertaal: (plaats) => (plaats === '/contract/van' ? '/begin' : plaats === '/contract/tot' ? '/einde' : naarVeld(plaats)),
    controleer: (w) => {
      const regel = naarRegel(w)
      return [...kopfouten(w), ...(regel.ok ? [] : regel.fout), ...redenfouten(w.reden)]
    },
    verstuur: async (w) => {
      const regel = naarRegel(w)
      const kop = { agb: w.agb.trim(), naam: w.naam, contract: { van: w.begin || null, tot: w.einde || null } }
      await maak.mutateAsync({ contract: naarContract(kop, regel.ok ? [regel.value] : []), basis: null, reden: w.reden })
      toonToast({ tekst: `${w.naam} is toegevoegd.` })
      void navigeer(`/aanbieders/${kop.agb}`)
    },
  })
  return (
    <Pagina
      titel="Aanbieder toevoegen"
      boven={<Link to="/aanbieders">Aanbieders</Link>}
      inleiding="Vul alle velden in. Als een veld niet verplicht is, staat dit erbij."
    >
      <form className="md-formulier" noValidate onSubmit={(e) => void f.verstuur(e)}>
        <Foutoverzicht formulier={f} />
        <Conceptmelding formulier={f} />
        <fieldset className="md-veldgroep">
          <legend>Aanbieder en contract</legend>
          <Tekstveld label="AGB-code" breedte="kort" toetsen="numeric" hoogstens={8} uitleg="Acht cijfers." {...f.veld('/agb')} />
          <Tekstveld label="Naam" hoogstens={120} {...f.veld('/naam')} />
          <Datumveld label="Contract vanaf" optioneel {...f.veld('/begin')} />
          <Datumveld label="Contract tot en met" optioneel {...f.veld('/einde')} />
        </fieldset>
        <fieldset className="md-veldgroep">
          <legend>Eerste code</legend>
          <Regelvelden f={f} />
        </fieldset>
        <Tekstvlak label="Waarom" uitleg="Bijvoorbeeld: gunning na de aanbesteding van 2026." hoogstens={1000} {...f.veld('/reden')} />
        <p className="md-knoppen">
          <Knop soort="primair" type="submit">
            {f.bezig ? 'Wordt toegevoegd…' : 'Aanbieder toevoegen'}
          </Knop>
        </p>
      </form>
    </Pagina>
  )
}
