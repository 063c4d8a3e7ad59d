"""What Russian sentences of our own, about many conflicts, say that parties do; and what they do not say."""

from __future__ import annotations

import pytest
from tests.coding.russian.said import triples

SAID = [
    ("Израиль согласился на десятидневное перемирие в секторе Газа.", {"Israel accept ceasefire"}),
    ("ХАМАС отверг предложение Катара о прекращении огня.", {"Hamas reject ceasefire", "Qatar propose ceasefire"}),
    ("Судан отказался от переговоров с Силами быстрой поддержки.", {"Sudan reject talks"}),
    (
        "Президент Азербайджана Ильхам Алиев заявил, что Баку готов подписать мирное соглашение с Арменией.",
        {"Azerbaijan accept peace-agreement"},
    ),
    ("Премьер-министр Армении Никол Пашинян призвал Азербайджан возобновить переговоры.", {"Armenia propose talks"}),
    (
        "Делегации Ирана и США провели в Маскате переговоры по ядерной программе.",
        {"Iran consult nuclear", "United States consult nuclear"},
    ),
    ("Хуситы освободили двадцать военнопленных.", {"Houthis implement prisoner-release"}),
    ("Турция обвинила Сирию в нарушении перемирия.", {"Turkey accuse ceasefire"}),
    (
        "Египет и Катар выступили посредниками на переговорах между Израилем и ХАМАС.",
        {"Egypt mediate talks", "Hamas consult talks", "Israel consult talks", "Qatar mediate talks"},
    ),
    ("Таиланд приостановил вывод войск с границы.", {"Thailand suspend withdrawal"}),
    (
        "Камбоджа и Таиланд подписали соглашение о прекращении огня.",
        {"Cambodia accept ceasefire", "Thailand accept ceasefire"},
    ),
    (
        "Киншаса готова начать переговоры только после вывода руандийских войск.",
        {"Democratic Republic of the Congo condition talks"},
    ),
    ("Руанда опровергла обвинения в нарушении режима прекращения огня.", {"Rwanda deny ceasefire"}),
    ("Колумбия объявила одностороннее прекращение огня на время праздников.", {"Colombia accept limited-ceasefire"}),
    (
        "Генеральный секретарь ООН Антониу Гутерреш призвал стороны прекратить боевые действия.",
        {"United Nations propose ceasefire"},
    ),
    ("Тегеран потребовал снятия санкций.", {"Iran propose sanctions"}),
    (
        "Министр иностранных дел Ирана Аббас Арагчи встретился с представителем Омана.",
        {"Iran consult talks", "Oman consult talks"},
    ),
    (
        "Пакистан и Индия договорились о прекращении огня при посредничестве США.",
        {"India accept ceasefire", "Pakistan accept ceasefire", "United States mediate ceasefire"},
    ),
    ("Украина передала России тела 12 военнослужащих.", {"Ukraine implement prisoner-release"}),
    ("Белый дом не поддержал идею размещения миротворцев.", {"United States reject security-guarantees"}),
    ("Франция предложила направить миротворцев в Ливан.", {"France propose security-guarantees"}),
    ("Эфиопия выразила готовность к прямым переговорам с Эритреей.", {"Ethiopia accept talks"}),
    (
        "Условием прекращения огня должно стать разоружение «Хезболлы», считает Израиль.",
        {"Israel condition ceasefire"},
    ),
    (
        "В Анкаре отметили, что без гарантий безопасности мирное соглашение невозможно.",
        {"Turkey condition peace-agreement"},
    ),
    (
        "Международный Красный Крест доставил гуманитарную помощь в Газу.",
        {"International Committee of the Red Cross implement humanitarian-access"},
    ),
    ("Израиль разрешил ввоз гуманитарной помощи.", {"Israel accept humanitarian-access"}),
    ("Иран закрыл Ормузский пролив для танкеров.", {"Iran suspend navigation"}),
    ("По словам министра обороны Турции, Анкара не намерена выводить войска из Сирии.", {"Turkey reject withdrawal"}),
    (
        "Обмен пленными между Арменией и Азербайджаном состоится завтра.",
        {"Armenia implement prisoner-release", "Azerbaijan implement prisoner-release"},
    ),
    ("Если Израиль прекратит обстрелы, «Хезболла» остановит атаки.", {"Hezbollah condition limited-ceasefire"}),
    (
        "Саудовская Аравия приняла у себя переговоры России и США.",
        {"Russia consult talks", "Saudi Arabia mediate talks", "United States consult talks"},
    ),
    ("Власти Мьянмы продлили перемирие на 15 дней.", {"Myanmar accept ceasefire"}),
    ("Армия обороны Израиля нанесла удары по Бейруту, несмотря на перемирие.", {"Israel violate ceasefire"}),
    ("Киев сорвал обмен пленными.", {"Ukraine violate prisoner-release"}),
    ("Сербия настаивает на территориальной целостности страны.", {"Serbia propose territory"}),
    (
        "Россия и Украина обменялись телами погибших.",
        {"Russia implement prisoner-release", "Ukraine implement prisoner-release"},
    ),
    (
        "Представители Ливана и Израиля обсудили отвод войск от границы.",
        {"Israel consult withdrawal", "Lebanon consult withdrawal"},
    ),
    ("Катар сообщил, что ХАМАС согласился освободить десять заложников.", {"Hamas accept prisoner-release"}),
    ("Госсекретарь США Марко Рубио призвал Руанду вывести войска из Конго.", {"United States propose withdrawal"}),
    ("ООН предложила двухнедельную гуманитарную паузу в Хартуме.", {"United Nations propose limited-ceasefire"}),
    (
        "Йемен. Хуситы заявили, что прекратят атаки на суда, если Израиль снимет блокаду.",
        {"Houthis condition limited-ceasefire"},
    ),
    ("Пхеньян исключил переговоры с Сеулом.", {"North Korea reject talks"}),
    (
        "МАГАТЭ возобновило инспекции на ядерных объектах Ирана.",
        {"International Atomic Energy Agency implement monitoring"},
    ),
    ("Евросоюз продлил санкции против Мьянмы.", {"European Union accept sanctions"}),
    (
        "Армения и Азербайджан согласовали текст мирного договора.",
        {"Armenia accept peace-agreement", "Azerbaijan accept peace-agreement"},
    ),
    (
        "Правительство Колумбии приостановило мирные переговоры с Армией национального освобождения.",
        {"Colombia suspend talks"},
    ),
    (
        "Премьер-министр Израиля Биньямин Нетаньяху отказался выводить армию из сектора Газа.",
        {"Israel reject withdrawal"},
    ),
    ("США приостановили военную помощь Украине.", {"United States suspend foreign-support"}),
    ("Германия передала Украине зенитные ракеты.", {"Germany implement foreign-support"}),
    ("Кремль считает неприемлемым размещение войск НАТО на Украине.", {"Russia reject security-guarantees"}),
    (
        "Москва и Киев обменялись пленными по формуле 100 на 100.",
        {"Russia implement prisoner-release", "Ukraine implement prisoner-release"},
    ),
    (
        "Зеленский заявил, что Украина поддерживает американское предложение о полном прекращении огня.",
        {"Ukraine accept ceasefire", "United States propose ceasefire"},
    ),
    (
        "Пакистанская делегация прибыла в Доху на переговоры с талибами.",
        {"Pakistan consult talks", "Taliban consult talks"},
    ),
    (
        "Саудовская Аравия и Катар выступили за немедленное прекращение огня в Газе.",
        {"Qatar accept ceasefire", "Saudi Arabia accept ceasefire"},
    ),
    ("Ливан потребовал полного вывода израильских войск.", {"Lebanon propose withdrawal"}),
    (
        "Израиль нарушил режим прекращения огня, заявило министерство иностранных дел Ливана.",
        {"Lebanon accuse ceasefire"},
    ),
    ("В Кремле подтвердили готовность к переговорам без предварительных условий.", {"Russia accept talks"}),
    ("Дамаск настаивает на выводе турецких войск.", {"Syria propose withdrawal"}),
    (
        "Вашингтон и Тегеран договорились продолжить консультации.",
        {"Iran accept talks", "United States accept talks"},
    ),
    (
        "Руанда и Демократическая Республика Конго подписали мирное соглашение в Вашингтоне.",
        {"Democratic Republic of the Congo accept peace-agreement", "Rwanda accept peace-agreement"},
    ),
    ("М23 вышло из мирных переговоров.", {"M23 suspend talks"}),
    ("Венгрия заблокировала выделение военной помощи.", {"Hungary suspend foreign-support"}),
    ("Россия передала Украине меморандум о мирном урегулировании.", {"Russia propose peace-agreement"}),
    ("По данным израильской армии, «Хезболла» выпустила ракеты в нарушение перемирия.", {"Israel accuse ceasefire"}),
    (
        "Премьер-министр Эфиопии Абий Ахмед провёл телефонный разговор с Президентом Кении. Стороны обсудили "
        "размещение миротворцев в Сомали. Условлено продолжить контакты.",
        {
            "Ethiopia accept talks",
            "Ethiopia consult security-guarantees",
            "Ethiopia consult talks",
            "Kenya accept talks",
            "Kenya consult security-guarantees",
            "Kenya consult talks",
        },
    ),
    (
        "Египетская сторона подчеркнула важность доставки гуманитарной помощи в сектор Газа.",
        {"Egypt propose humanitarian-access"},
    ),
    (
        "Достигнутая между Израилем и Ливаном договорённость о прекращении огня вступает в силу завтра.",
        {"Israel accept ceasefire", "Lebanon accept ceasefire"},
    ),
    (
        "Президент Сирии Ахмед аш-Шараа отметил необходимость снятия санкций и вывода израильских войск.",
        {"Syria propose sanctions", "Syria propose withdrawal"},
    ),
    ("Иран не будет вести переговоры, пока США не снимут санкции.", {"Iran condition talks"}),
    ("Вашингтон увязывает продление перемирия с освобождением заложников.", {"United States condition ceasefire"}),
    (
        "Йеменская делегация подтвердила приверженность мирному урегулированию и выразила признательность "
        "Оману за посредничество.",
        {"Oman mediate peace-agreement", "Yemen accept peace-agreement"},
    ),
    (
        "Таиланд и Камбоджа начали отвод тяжёлого вооружения.",
        {"Cambodia implement withdrawal", "Thailand implement withdrawal"},
    ),
    (
        "Армянская сторона приветствовала предложение Баку о демаркации границы.",
        {"Armenia accept territory", "Azerbaijan propose territory"},
    ),
    (
        "Министерство обороны Пакистана сообщило, что индийская армия нарушила режим прекращения огня.",
        {"Pakistan accuse ceasefire"},
    ),
    ("Кабул опроверг нарушение перемирия.", {"Afghanistan deny ceasefire"}),
    ("Шри-Ланка открыла порты для судов.", {"Sri Lanka implement navigation"}),
    (
        "Турция и ООН гарантировали безопасный проход судов через Чёрное море.",
        {"Turkey accept navigation", "United Nations accept navigation"},
    ),
    ("Израиль готов прекратить операцию в обмен на освобождение заложников.", {"Israel condition limited-ceasefire"}),
    (
        "Хуситы не согласны с предложением ООН о разоружении.",
        {"Houthis reject disarmament", "United Nations propose disarmament"},
    ),
    (
        "Колумбия и АНО возобновили переговоры в Гаване.",
        {"Colombia consult talks", "National Liberation Army consult talks"},
    ),
    ("Власти Судана допустили конвой с гуманитарной помощью.", {"Sudan accept humanitarian-access"}),
    ("Эритрея завершила вывод войск из Тыграя.", {"Eritrea implement withdrawal"}),
    (
        "США и Иран обменялись заключёнными при посредничестве Катара.",
        {
            "Iran implement prisoner-release",
            "Qatar mediate prisoner-release",
            "United States implement prisoner-release",
        },
    ),
    (
        "Москва и Вашингтон не договорились о прекращении огня.",
        {"Russia reject ceasefire", "United States reject ceasefire"},
    ),
    ("Глава МИД Венгрии Петер Сийярто предложил провести саммит в Будапеште.", {"Hungary propose talks"}),
    ("Франция осудила нарушение перемирия со стороны Израиля.", {"France accuse ceasefire"}),
    ("Тбилиси считает необходимым международный контроль за соблюдением перемирия.", {"Georgia propose monitoring"}),
    ("Эфиопия и Эритрея условились о создании контактной группы.", {"Eritrea accept talks", "Ethiopia accept talks"}),
    ("Катар надеется, что ХАМАС примет план урегулирования.", {"Qatar propose peace-agreement"}),
    (
        "Кувейт приветствовал достигнутое между Ираном и США соглашение о прекращении огня.",
        {"Iran accept ceasefire", "Kuwait accept ceasefire", "United States accept ceasefire"},
    ),
    ("Ирак потребовал от Турции прекратить удары по северным районам.", {"Iraq propose limited-ceasefire"}),
    ("Ереван выступает против размещения иностранных войск.", {"Armenia reject security-guarantees"}),
    ("Турция готова направить наблюдателей для контроля за прекращением огня.", {"Turkey accept monitoring"}),
    ("Мали и Нигер приостановили участие в переговорах.", {"Mali suspend talks", "Niger suspend talks"}),
    ("Представитель Ирана Аббас Арагчи исключил прямые переговоры с США до снятия санкций.", {"Iran reject talks"}),
    ("Сирия обратилась к России с просьбой прекратить поставки оружия.", {"Syria propose foreign-support"}),
    ("США объявили о приостановке поставок оружия Израилю.", {"United States suspend foreign-support"}),
    ("Вашингтон одобрил поставку ракет Тайваню.", {"United States accept foreign-support"}),
    ("Украина заявила о готовности к немедленному прекращению огня сроком на 30 дней.", {"Ukraine accept ceasefire"}),
]

NOT_SAID = [
    "Перемирие вступило в силу в полночь.",
    "Сборная Аргентины выиграла чемпионат мира.",
    "Германия и Франция подписали договор о торговле.",
    "Мы предлагаем ввести мораторий на удары по портам сроком на 14 дней.",
    "Армия Судана захватила город.",
    "Власти Сирии и СДС достигли договорённости об интеграции.",
    "Лидеры Турции и Египта поддержали план восстановления.",
    "Таиланд обвинил Камбоджу в минировании границы.",
    "Киев ждёт от Москвы ответа на предложение о перемирии.",
    "Стороны не смогли договориться о продлении перемирия.",
    "Посредниками выступают Египет и Катар.",
    "Президент Украины подписал закон о бюджете.",
    "Участники саммита обсудили торговлю.",
    "Конфедерация футбола объявила перерыв.",
    "В.Орлов: Добрый день! Мы готовы начать переговоры с Эритреей. Вопрос: А перемирие?",
    "Прекращение огня продлено на семь суток по просьбе Катара.",
    "Ливия отказалась предоставить базы.",
    "Украина предложила обмен всех на всех.",
    "Ирак и Турция подписали меморандум о безопасности.",
    "Боевики «Исламского государства» убили пять человек.",
    "А.Иванов: Мы не будем обсуждать вывод войск. Перемирие мы поддерживаем.",
    "Президент Армении: «Мы готовы подписать мирный договор».",
    "В случае срыва перемирия Израиль возобновит операцию.",
    "Сомали не признаёт передачу территорий.",
    "Стороны конфликта в Судане обсудили гуманитарные коридоры.",
]


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text[:40] for text, _ in SAID])
def test_a_sentence_says_what_its_parties_do(text: str, expected: set[str]) -> None:
    assert triples(text) == expected


@pytest.mark.parametrize("text", NOT_SAID, ids=[text[:40] for text in NOT_SAID])
def test_a_sentence_about_something_else_or_without_a_party_says_nothing(text: str) -> None:
    assert triples(text) == set()
