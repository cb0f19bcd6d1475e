import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { Kader } from './kader/Kader.tsx'
import { CatalogusKader } from './kader/CatalogusKader.tsx'
import { NietGevonden } from './kader/NietGevonden.tsx'
import { Schermfout, SchermfoutBinnen } from './kader/Schermfout.tsx'
import { werkdelen } from './kader/adressen.ts'
import { MetSessie } from './kader/MetSessie.tsx'
import { Startscherm } from './kader/Startscherm.tsx'
import { WeerAangemeldPagina } from './kader/AanmeldPagina.tsx'
import { Laden } from './onderdelen/Laden.tsx'
import { ApiKader } from './api/ApiKader.tsx'
import { maakVraagclient } from './api/vraagclient.ts'
import { werkroutes } from './routes.tsx'

const client = maakVraagclient()

const werkschermen = werkroutes.map(({ pad, rollen, laad }) => ({
  path: pad,
  lazy: async () => {
    const Scherm = await laad()
    return {
      Component: () => (
        <MetSessie rollen={rollen}>
          <Scherm />
        </MetSessie>
      ),
    }
  },
}))

/** Een adres onder de werkplek dat niet bestaat, is geen catalogus die niet bestaat. */
const geenScherm = [...werkdelen].map((deel) => ({ path: `${deel}/*`, element: <NietGevonden /> }))

/** Bij de eerste keer laden staat het kader er al, ook op een trage verbinding. */
const EersteScherm = () => <Laden wat="Het scherm wordt geladen" />

const router = createBrowserRouter([
  {
    element: <Kader />,
    errorElement: <Schermfout />,
    children: [
      {
        errorElement: <SchermfoutBinnen />,
        HydrateFallback: EersteScherm,
        children: [
          { index: true, element: <Startscherm /> },
          { path: 'aangemeld', element: <WeerAangemeldPagina /> },
          ...werkschermen,
          ...geenScherm,
          {
            path: ':catalogus',
            element: <CatalogusKader />,
            children: [
              { index: true, lazy: async () => ({ Component: (await import('./productboek/OverzichtPagina.tsx')).OverzichtPagina }) },
              { path: 'product/:code', lazy: async () => ({ Component: (await import('./productboek/ProductPagina.tsx')).ProductPagina }) },
              {
                path: 'uitspraak/:eis',
                lazy: async () => ({ Component: (await import('./productboek/UitspraakPagina.tsx')).UitspraakPagina }),
              },
              { path: 'bron', lazy: async () => ({ Component: (await import('./productboek/BronPagina.tsx')).BronPagina }) },
              { path: 'bron/:document', lazy: async () => ({ Component: (await import('./productboek/BronPagina.tsx')).BronPagina }) },
              { path: 'vergelijk', lazy: async () => ({ Component: (await import('./productboek/VergelijkPagina.tsx')).VergelijkPagina }) },
              { path: 'matrix', lazy: async () => ({ Component: (await import('./productboek/MatrixPagina.tsx')).MatrixPagina }) },
              {
                path: 'instellingen',
                lazy: async () => ({ Component: (await import('./productboek/InstellingenPagina.tsx')).InstellingenPagina }),
              },
              { path: 'tabellen', lazy: async () => ({ Component: (await import('./productboek/TabellenPagina.tsx')).TabellenPagina }) },
              { path: 'versies', lazy: async () => ({ Component: (await import('./productboek/VersiesPagina.tsx')).VersiesPagina }) },
              { path: 'zoek', lazy: async () => ({ Component: (await import('./productboek/ZoekPagina.tsx')).ZoekPagina }) },
              { path: 'probeer', lazy: async () => ({ Component: (await import('./probeer/ProbeerPagina.tsx')).ProbeerPagina }) },
              { path: 'omvang', lazy: async () => ({ Component: (await import('./omvang/OmvangPagina.tsx')).OmvangPagina }) },
              { path: 'stapeling', lazy: async () => ({ Component: (await import('./stapeling/StapelingPagina.tsx')).StapelingPagina }) },
              { path: '*', element: <NietGevonden /> },
            ],
          },
          { path: '*', element: <NietGevonden /> },
        ],
      },
    ],
  },
])

export function App() {
  return (
    <ApiKader client={client}>
      <RouterProvider router={router} />
    </ApiKader>
  )
}
