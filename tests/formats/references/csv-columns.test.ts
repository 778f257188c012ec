import { expect, test } from 'vitest';
import { columnOf, namesTitle } from '../../../scripts/formats/references/csv-columns.ts';

test.each([
  ['de', 'Titel;Autor:innen;Erscheinungsjahr;Zeitschrift;Schlagwörter'],
  ['fr', "Titre de l'article;Auteur(s);Année;Revue;Mots-clés"],
  ['es', 'Título;Autores;Año;Revista;Palabras clave'],
  ['pt', 'Título;Autor(es);Ano;Periódico;Palavras-chave'],
  ['it', 'Titolo;Autori;Anno;Rivista;Parole chiave'],
  ['nl', 'Titel;Auteurs;Jaar;Tijdschrift;Trefwoorden'],
  ['fi', 'Otsikko;Tekijät;Vuosi;Lehti;Avainsanat'],
  ['tr', 'Başlık;Yazarlar;Yıl;Dergi;Anahtar kelimeler'],
  ['ru', 'Название;Авторы;Год;Журнал;Ключевые слова'],
])('a head in %s names columns of references', (_, head) => {
  expect(head.split(';').map(columnOf)).toEqual(['title', 'authors', 'year', 'journal', 'keywords']);
  expect(namesTitle(head)).toBe(true);
});
