<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AfterSheet</name>
    <message numerus="yes">
        <source>{time}, {done} of %n set(s).</source>
        <translation>
            <numerusform>{time}, {done} of 1 set.</numerusform>
            <numerusform>{time}, {done} of %n sets.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckFindings</name>
    <message numerus="yes">
        <source>{0} min, %n exercise(s).</source>
        <translation type="unfinished">
            <numerusform>{0} min, 1 exercise.</numerusform>
            <numerusform>{0} min, %n exercises.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckFlow</name>
    <message numerus="yes">
        <source>What you did is kept; Start self-test goes on with it for %n hour(s).</source>
        <translation type="unfinished">
            <numerusform>What you did is kept; Start self-test goes on with it for 1 hour.</numerusform>
            <numerusform>What you did is kept; Start self-test goes on with it for %n hours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message numerus="yes">
        <source>%n check(s), left and right</source>
        <translation type="unfinished">
            <numerusform>One check, left and right</numerusform>
            <numerusform>%n checks, left and right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message numerus="yes">
        <source>%n entries are written to your history now.</source>
        <translation>
            <numerusform>One entry is written to your history now.</numerusform>
            <numerusform>%n entries are written to your history now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) on each side</source>
        <translation>
            <numerusform>once on each side</numerusform>
            <numerusform>%n times on each side</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slow repetition(s), {sets}</source>
        <translation>
            <numerusform>1 slow repetition, {sets}</numerusform>
            <numerusform>%n slow repetitions, {sets}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set(s)</source>
        <translation>
            <numerusform>1 set</numerusform>
            <numerusform>%n sets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>1 second left</numerusform>
            <numerusform>%n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted as %n week(s) pregnant today.</source>
        <translation>
            <numerusform>Counted as 1 week pregnant today.</numerusform>
            <numerusform>Counted as %n weeks pregnant today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation type="unfinished">
            <numerusform>1 second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoOnCheckSheet</name>
    <message numerus="yes">
        <source>%n tries are kept.</source>
        <translation>
            <numerusform>One try is kept.</numerusform>
            <numerusform>%n tries are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryCare</name>
    <message numerus="yes">
        <source>%n entries of your history cannot be read as a whole.</source>
        <translation>
            <numerusform>One entry of your history cannot be read as a whole.</numerusform>
            <numerusform>%n entries of your history cannot be read as a whole.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HoldPart</name>
    <message numerus="yes">
        <source>The clock stopped at %n second(s) on the left.</source>
        <translation type="unfinished">
            <numerusform>The clock stopped at %n second on the left.</numerusform>
            <numerusform>The clock stopped at %n seconds on the left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock stopped at %n second(s) on the right.</source>
        <translation type="unfinished">
            <numerusform>The clock stopped at %n second on the right.</numerusform>
            <numerusform>The clock stopped at %n seconds on the right.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LateStop</name>
    <message numerus="yes">
        <source>%n second(s) will count.</source>
        <translation type="unfinished">
            <numerusform>%n second will count.</numerusform>
            <numerusform>%n seconds will count.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeaveCheckSheet</name>
    <message numerus="yes">
        <source>%n tries are kept.</source>
        <translation>
            <numerusform>One try is kept.</numerusform>
            <numerusform>%n tries are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You can go on within %n hour(s).</source>
        <translation>
            <numerusform>You can go on within 1 hour.</numerusform>
            <numerusform>You can go on within %n hours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LessonView</name>
    <message numerus="yes">
        <source>%n minute(s) to read</source>
        <translation>
            <numerusform>1 minute to read</numerusform>
            <numerusform>%n minutes to read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryFilters</name>
    <message numerus="yes">
        <source>{number} of %n exercise(s) shown</source>
        <translation>
            <numerusform>{number} of 1 exercise shown</numerusform>
            <numerusform>{number} of %n exercises shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <translation>
            <numerusform>%n shown</numerusform>
            <numerusform>%n shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>Search %n exercise(s)</source>
        <translation>
            <numerusform>Search 1 exercise</numerusform>
            <numerusform>Search %n exercises</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoreBelow</name>
    <message numerus="yes">
        <source>%n more below</source>
        <translation>
            <numerusform>%n more below</numerusform>
            <numerusform>%n more below</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaceCombo</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>1 second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PainPlot</name>
    <message numerus="yes">
        <source>%n session(s) with pain ratings. The last: {before} before, {after} after.</source>
        <translation>
            <numerusform>One session with a pain rating: {before} before, {after} after.</numerusform>
            <numerusform>%n sessions with pain ratings. The last: {before} before, {after} after.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PauseSheet</name>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoResultCard</name>
    <message numerus="yes">
        <source>{band}, by %n photo(s)</source>
        <translation type="unfinished">
            <numerusform>{band}, by %n photo</numerusform>
            <numerusform>{band}, by %n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanCounts</name>
    <message numerus="yes">
        <source>{done} of %n session(s), {time}</source>
        <translation>
            <numerusform>{done} of %n session, {time}</numerusform>
            <numerusform>{done} of %n sessions, {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{week}: %n session(s), {time}.</source>
        <translation>
            <numerusform>{week}: %n session, {time}.</numerusform>
            <numerusform>{week}: %n sessions, {time}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: hold %n second(s) longer</source>
        <translation>
            <numerusform>{name}: hold %n second longer</numerusform>
            <numerusform>{name}: hold %n seconds longer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n repetition(s) more</source>
        <translation>
            <numerusform>{name}: %n repetition more</numerusform>
            <numerusform>{name}: %n repetitions more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n set(s) more</source>
        <translation>
            <numerusform>{name}: %n set more</numerusform>
            <numerusform>{name}: %n sets more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Because the last session was %n day(s) before. Nothing is lost.</source>
        <translation>
            <numerusform>Because the last session was %n day before. Nothing is lost.</numerusform>
            <numerusform>Because the last session was %n days before. Nothing is lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This plan has at most %n day(s) a week.</source>
        <translation>
            <numerusform>This plan has at most %n day a week.</numerusform>
            <numerusform>This plan has at most %n days a week.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n day(s); the first weeks may use fewer of them.</source>
        <translation>
            <numerusform>Up to %n day; the first weeks may use fewer of them.</numerusform>
            <numerusform>Up to %n days; the first weeks may use fewer of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n day(s).</source>
        <translation>
            <numerusform>Up to %n day.</numerusform>
            <numerusform>Up to %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last session was %n day(s) ago. After a week or more the plan goes back one week, so that the start is easy. Nothing is lost.</source>
        <translation>
            <numerusform>The last session was %n day ago. After a week or more the plan goes back one week, so that the start is easy. Nothing is lost.</numerusform>
            <numerusform>The last session was %n days ago. After a week or more the plan goes back one week, so that the start is easy. Nothing is lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanMinutesCard</name>
    <message numerus="yes">
        <source>Week from {day}: {time} of {planned}, {done} of %n session(s).</source>
        <translation>
            <numerusform>Week from {day}: {time} of {planned}, {done} of %n session.</numerusform>
            <numerusform>Week from {day}: {time} of {planned}, {done} of %n sessions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressSummary</name>
    <message numerus="yes">
        <source>session(s)</source>
        <translation>
            <numerusform>session</numerusform>
            <numerusform>sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>set(s), left and right equal</source>
        <translation>
            <numerusform>set, left and right equal</numerusform>
            <numerusform>sets, left and right equal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>set(s)</source>
        <translation>
            <numerusform>set</numerusform>
            <numerusform>sets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreSheet</name>
    <message numerus="yes">
        <source>It holds %n session(s); the last entry is of {day}.</source>
        <translation>
            <numerusform>It holds one session; the last entry is of {day}.</numerusform>
            <numerusform>It holds %n sessions; the last entry is of {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries in it cannot be read and will be left out.</source>
        <translation>
            <numerusform>One entry in it cannot be read and will be left out.</numerusform>
            <numerusform>%n entries in it cannot be read and will be left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResumeFlow</name>
    <message numerus="yes">
        <source>{0}, {1}: %n set(s) are kept.</source>
        <translation>
            <numerusform>{0}, {1}: one set is kept.</numerusform>
            <numerusform>{0}, {1}: %n sets are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResumeSheet</name>
    <message numerus="yes">
        <source>{routine}, begun at {time}, was cut short. {done} of %n set(s) are kept.</source>
        <translation>
            <numerusform>{routine}, begun at {time}, was cut short. {done} of 1 set is kept.</numerusform>
            <numerusform>{routine}, begun at {time}, was cut short. {done} of %n sets are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoutinePage</name>
    <message numerus="yes">
        <source>%n set(s), {time} of them at work</source>
        <translation>
            <numerusform>1 set, {time} of it at work</numerusform>
            <numerusform>%n sets, {time} of them at work</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoutineRow</name>
    <message numerus="yes">
        <source>%n exercise(s)</source>
        <translation>
            <numerusform>1 exercise</numerusform>
            <numerusform>%n exercises</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelfTestRow</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation type="unfinished">
            <numerusform>1 photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StopSheet</name>
    <message numerus="yes">
        <source>{kept} If you close Supple instead, you can go on with it within %n hour(s).</source>
        <translation>
            <numerusform>{kept} If you close Supple instead, you can go on with it within 1 hour.</numerusform>
            <numerusform>{kept} If you close Supple instead, you can go on with it within %n hours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TickRow</name>
    <message numerus="yes">
        <source>%n exercise(s)</source>
        <translation>
            <numerusform>1 exercise</numerusform>
            <numerusform>%n exercises</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n exercise(s)</source>
        <translation>
            <numerusform>1 exercise</numerusform>
            <numerusform>%n exercises</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TroubleSheet</name>
    <message numerus="yes">
        <source>The copy of {0} holds %n session(s).</source>
        <translation>
            <numerusform>The copy of {0} holds one session.</numerusform>
            <numerusform>The copy of {0} holds %n sessions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) can be read out of the damaged file.</source>
        <translation>
            <numerusform>One session can be read out of the damaged file.</numerusform>
            <numerusform>%n sessions can be read out of the damaged file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeekCard</name>
    <message numerus="yes">
        <source>**{done} of %n** session(s)</source>
        <translation>
            <numerusform>**{done} of %n** session</numerusform>
            <numerusform>**{done} of %n** sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>**%n** session(s)</source>
        <translation>
            <numerusform>**1** session</numerusform>
            <numerusform>**%n** sessions</numerusform>
        </translation>
    </message>
</context>
</TS>
