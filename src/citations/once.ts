/**
 * What is read of the review while a page is made, by name. `src/site/slice.ts` says what can be read. Nothing is noted
 * where nobody asks, as in the live site and in browsers.
 */
export const reading: { noted: Set<string> | undefined; asked: boolean } = { noted: undefined, asked: false };

/** Makes something and notes what was read for it; `noted` of whoever uses the result has that too. */
function noting<Out>(make: () => Out): Kept<Out> {
  if (!reading.asked) return { made: make(), reads: undefined };
  const { noted } = reading;
  const reads = new Set<string>();
  reading.noted = reads;
  try {
    return { made: make(), reads: reads.size > 0 ? reads : undefined };
  } finally {
    reading.noted = noted;
  }
}

interface Kept<Out> {
  made: Out;
  reads: ReadonlySet<string> | undefined;
}

/**
 * What `make` gives for an object, made once an object: records are read and never changed. Whoever uses the result has
 * read what it was made of.
 */
/* @__NO_SIDE_EFFECTS__ */
export function onceEach<In extends object, Out>(make: (value: In) => Out): (value: In) => Out {
  return keeping(new WeakMap<In, Kept<Out>>(), make);
}

/** The same for a text. */
/* @__NO_SIDE_EFFECTS__ */
export function onceForText<In extends string, Out>(make: (value: In) => Out): (value: In) => Out {
  return keeping(new Map<In, Kept<Out>>(), make);
}

function keeping<In, Out>(
  known: { get(key: In): Kept<Out> | undefined; set(key: In, value: Kept<Out>): unknown },
  make: (value: In) => Out,
): (value: In) => Out {
  return (value) => {
    let found = known.get(value);
    if (!found) {
      found = noting(() => make(value));
      known.set(value, found);
    }
    if (found.reads && reading.noted) for (const read of found.reads) reading.noted.add(read);
    return found.made;
  };
}
