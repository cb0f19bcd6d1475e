/** Elk onderdeel van de werkplek op een eigen adres, met gegevens van de proefserver. Alleen voor de browsertests. */
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, Outlet } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import 'virtual:nlds.css'
import '../../src/web/stijl.ts'
import { ApiKader } from '#web/api/ApiKader.tsx'
import { maakVraagclient } from '#web/api/vraagclient.ts'
import { gebruikSessie } from '#web/api/gebruik-sessie.ts'
import { MetSessie } from '#web/kader/MetSessie.tsx'
import { SessieBewaker } from '#web/kader/SessieBewaker.tsx'
import { SneltoetsenKader } from '#web/kader/Sneltoetsen.tsx'
import { Verbindingsbalk } from '#web/kader/Verbindingsbalk.tsx'
import { LiveRegio } from '#web/onderdelen/LiveRegio.tsx'
import { Ongedaan } from '#web/onderdelen/Ongedaan.tsx'
import { Formulierproef } from './Formulierproef.tsx'
import { Losseproef } from './Losseproef.tsx'
import { Tabelproef } from './Tabelproef.tsx'

function Kader() {
  const { stand } = gebruikSessie({ altijd: true })
  return (
    <SneltoetsenKader>
      <Verbindingsbalk />
      <main className="md-inhoud">{stand === 'laden' ? null : <Outlet />}</main>
      <Ongedaan />
      <LiveRegio />
      <SessieBewaker />
    </SneltoetsenKader>
  )
}

const router = createBrowserRouter([
  {
    element: <Kader />,
    children: [
      { path: '/tabel', element: <Tabelproef /> },
      { path: '/formulier', element: <Formulierproef /> },
      { path: '/los', element: <Losseproef /> },
      {
        path: '/teamleider',
        element: (
          <MetSessie rollen={['teamleider', 'administratie']}>
            <h1>Voor de teamleider</h1>
          </MetSessie>
        ),
      },
      { path: '*', element: <h1>Elders</h1> },
    ],
  },
])
const wortel = document.getElementById('meedoen')
if (wortel)
  createRoot(wortel).render(
    <ApiKader client={maakVraagclient()}>
      <RouterProvider router={router} />
    </ApiKader>,
  )
