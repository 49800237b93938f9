// A yardstick: the turns of a record as a list that can be filtered, as a first version in React would be written.

import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

const words = (turn) => turn.paragraphs.map((runs) => runs.map((run) => run.text).join('')).join('\n');

function List() {
  const [record, setRecord] = useState(null);
  const [query, setQuery] = useState('');
  useEffect(() => {
    fetch('record.json')
      .then((response) => response.json())
      .then(setRecord);
  }, []);
  if (!record) return <p>Loading…</p>;

  const wanted = query.toLowerCase();
  const turns = record.blocks.filter((block) => block.kind === 'turn' && words(block).toLowerCase().includes(wanted));
  return (
    <main>
      <h1>{record.title}</h1>
      <input type="search" aria-label="Find words" value={query} onChange={(event) => setQuery(event.target.value)} />
      <ol>
        {turns.map((turn) => (
          <li key={turn.id}>
            <h2>{turn.label}</h2>
            {turn.paragraphs.map((runs, index) => (
              <p key={index}>{runs.map((run) => run.text).join('')}</p>
            ))}
          </li>
        ))}
      </ol>
    </main>
  );
}

createRoot(document.getElementById('root')).render(<List />);
