import { describe, expect, test } from 'vitest';
import { readByline } from '../../../scripts/formats/pages/bylines.ts';
import { pageOf } from '../support.ts';

const namesOf = (text: string): string[] | undefined => {
  const page = pageOf('Trust on night wards: what nurses say', text, 'Abstract');
  const [, line] = page.lines;
  return line && readByline(page, line)?.pieces.map(({ traced }) => traced.text);
};

describe('a line of names', () => {
  test.each<[string, string]>([
    ['Mwangi G, Hardy T, Zielinska E, et al. 2015', 'Mwangi G|Hardy T|Zielinska E'],
    ['Mwangi G, Hardy T, Zielinska E 2015', 'Mwangi G|Hardy T|Zielinska E'],
    ['Mwangi G, Hardy T, Zielinska E (2015)', 'Mwangi G|Hardy T|Zielinska E'],
    ['Grace Mwangi, Tom Hardy, 2015', 'Grace Mwangi|Tom Hardy'],
    ['Grace Mwangi & Tom Hardy • 2015', 'Grace Mwangi|Tom Hardy'],
    ['S. Haddad, T. Björk, U. Chen', 'S. Haddad|T. Björk|U. Chen'],
    ['陈晓红 CHEN Xiaohong; 赵敏 ZHAO Min; 孙立 SUN Li', '陈晓红|赵敏|孙立'],
    ['陈晓红 CHEN Xiaohong, 赵敏 ZHAO Min', '陈晓红|赵敏'],
    ['陈晓红 Chen Xiaohong 赵敏 Zhao Min 孙立 Sun Li', '陈晓红|赵敏|孙立'],
    ['陈晓红(Chen Xiaohong)、赵敏(Zhao Min)', '陈晓红|赵敏'],
    ['山田 太郎, 佐藤 花子, 高橋 健', '山田 太郎|佐藤 花子|高橋 健'],
    ['山田太郎、佐藤花子、高橋健', '山田太郎|佐藤花子|高橋健'],
    ['山田 太郎 1), 佐藤 花子 2)', '山田 太郎|佐藤 花子'],
    ['김민수, 이지은, 박소연', '김민수|이지은|박소연'],
    ['김민수1, 이지은2, 박소연1*', '김민수|이지은|박소연'],
    ['Prof. Dr. Anna Huber¹, Lukas Steiner, M.Sc.², Dr. phil. Nele Brandt¹', 'Anna Huber|Lukas Steiner|Nele Brandt'],
    ['Ana Holm University of Lund, Sweden', 'Ana Holm'],
    ['Ana Holm, PhD, RN; Erik Aalto, MSc; Sari Niemi, BSN', 'Ana Holm|Erik Aalto|Sari Niemi'],
    ['Ana Holm PhD RN, Erik Aalto MSc, Sari Niemi BSN', 'Ana Holm|Erik Aalto|Sari Niemi'],
    ['By Ana Holm, Erik Aalto and Sari Niemi', 'Ana Holm|Erik Aalto|Sari Niemi'],
    ['Written by: Ana Holm, Erik Aalto', 'Ana Holm|Erik Aalto'],
    ['Ana Holm*,1, Erik Aalto2,†, Sari Niemi1,2', 'Ana Holm|Erik Aalto|Sari Niemi'],
    ['Ana Holm 1 , Erik Aalto 2 , Sari Niemi 1 2', 'Ana Holm|Erik Aalto|Sari Niemi'],
    ['Holm, Ana; Aalto, Erik; Niemi, Sari', 'Holm, Ana|Aalto, Erik|Niemi, Sari'],
    ['Holm, A., Aalto, E., & Niemi, S.', 'Holm, A.|Aalto, E.|Niemi, S.'],
    ['HOLM Ana, AALTO Erik, NIEMI Sari', 'HOLM Ana|AALTO Erik|NIEMI Sari'],
    ['Ana HOLM, Erik AALTO & Sari NIEMI', 'Ana HOLM|Erik AALTO|Sari NIEMI'],
    ['ANA HOLM, ERIK AALTO, SARI NIEMI', 'ANA HOLM|ERIK AALTO|SARI NIEMI'],
    ['Ana Holm | Erik Aalto | Sari Niemi', 'Ana Holm|Erik Aalto|Sari Niemi'],
    ['Ana Holm · Erik Aalto · Sari Niemi', 'Ana Holm|Erik Aalto|Sari Niemi'],
    ['Ana Holm1 · Erik Aalto2 · Sari Niemi1', 'Ana Holm|Erik Aalto|Sari Niemi'],
    ['Ana Holm a, Erik Aalto b, Sari Niemi a c', 'Ana Holm|Erik Aalto|Sari Niemi'],
    ['Ana Holm a,*, Erik Aalto b', 'Ana Holm|Erik Aalto'],
    ['Ana Holm, Erik Aalto, ... Sari Niemi', 'Ana Holm|Erik Aalto|Sari Niemi'],
    ['Ana Holm, Erik Aalto, +3 authors, Sari Niemi', 'Ana Holm|Erik Aalto|Sari Niemi'],
    ['Ana Holm , Erik Aalto , Show all , Sari Niemi', 'Ana Holm|Erik Aalto|Sari Niemi'],
    ['Ana Holm ORCID: 0000-0002-1825-0097, Erik Aalto', 'Ana Holm|Erik Aalto'],
    ['María del Carmen Salas y Ernesto Quispe', 'María del Carmen Salas|Ernesto Quispe'],
    ['Inês Duarte e João Prata', 'Inês Duarte|João Prata'],
    ['Camille Roux (1) , Hugo Lemaire (1, 2) , Inès Benali (2)', 'Camille Roux|Hugo Lemaire|Inès Benali'],
    ['刘芳1,张伟2△,陈静1*', '刘芳|张伟|陈静'],
    ['刘 芳  张 伟  陈 静', '刘芳|张伟|陈静'],
    ['刘芳①,张伟②', '刘芳|张伟'],
    ['刘芳[1] 张伟[2] 陈静[1]', '刘芳|张伟|陈静'],
    ['刘芳 / 张伟 / 陈静', '刘芳|张伟|陈静'],
    ['刘芳(东湖医院) 张伟(东湖大学)', '刘芳|张伟'],
    ['刘芳 张伟 陈静 等', '刘芳|张伟|陈静'],
    ['刘芳，张伟，等．', '刘芳|张伟'],
    ['Liu Fang,Zhang Wei,Chen Jing', 'Liu Fang|Zhang Wei|Chen Jing'],
    ['LIU Fang,ZHANG Wei,CHEN Jing.', 'LIU Fang|ZHANG Wei|CHEN Jing'],
    ['Fang LIU, Wei ZHANG', 'Fang LIU|Wei ZHANG'],
    ['Ana Holm, MD,1 Erik Aalto, PhD,2 and Sari Niemi, RN1', 'Ana Holm|Erik Aalto|Sari Niemi'],
    ['Nguyễn Văn An, Trần Thị Bình', 'Nguyễn Văn An|Trần Thị Bình'],
    ['Łukasz Żak, Ścibor Ćwik', 'Łukasz Żak|Ścibor Ćwik'],
    ['Sinéad O’Neill, Máire Ní Bhriain', 'Sinéad O’Neill|Máire Ní Bhriain'],
    ['Иван Петров, Мария Иванова', 'Иван Петров|Мария Иванова'],
    ['И. И. Петров, М. А. Иванова', 'И. И. Петров|М. А. Иванова'],
    ['Dr. Ana Holm and Prof. Erik Aalto', 'Ana Holm|Erik Aalto'],
    ['Ana Holm[1], Erik Aalto[2]', 'Ana Holm|Erik Aalto'],
    ['Ana Holm ✉ , Erik Aalto', 'Ana Holm|Erik Aalto'],
    ['Ana Holm View ORCID ID profile , Erik Aalto', 'Ana Holm|Erik Aalto'],
    ['Ana Holm Search for other works by this author on: Oxford Academic', 'Ana Holm'],
    ['Ana Holm, Lund University', 'Ana Holm'],
    ['Holm A, Aalto E, Niemi S.', 'Holm A|Aalto E|Niemi S'],
    ['Holm A; Aalto E; Niemi S', 'Holm A|Aalto E|Niemi S'],
    ['A Holm, E Aalto, S Niemi', 'A Holm|E Aalto|S Niemi'],
  ])('%s', (text, names) => {
    expect(namesOf(text)?.join('|')).toBe(names);
  });
});
