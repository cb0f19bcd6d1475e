import '../berichten/berichten.css'
import { Verkeersbeeld } from '../berichten/Verkeersbeeld.tsx'
import { Certificaatwerk } from '../berichten/Certificaatwerk.tsx'
import { BeheerKader } from './BeheerKader.tsx'

/** Of het berichtenverkeer loopt: aantallen en tijdstippen, zonder een bericht of een persoon. */
export function VerkeerPagina() {
  return (
    <BeheerKader inleiding="Of berichten van en naar aanbieders komen en gaan. U ziet aantallen; de berichten zelf zijn van de administratie.">
      <Verkeersbeeld metLinks={false}>{(verkeer) => <Certificaatwerk werk={verkeer.certificaatwerk} />}</Verkeersbeeld>
    </BeheerKader>
  )
}
