<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>About you</source>
        <translation>Über Sie</translation>
    </message>
    <message>
        <source>Go on to payment</source>
        <translation>Weiter zur Zahlung</translation>
    </message>
    <message>
        <source>Your details</source>
        <translation>Ihre Angaben</translation>
    </message>
    <message>
        <source>Your question</source>
        <translation>Ihre Frage</translation>
    </message>
    <message>
        <source>Your health</source>
        <translation>Ihre Gesundheit</translation>
    </message>
    <message>
        <source>A few more questions</source>
        <translation>Noch einige Fragen</translation>
    </message>
    <message>
        <source>Reports you have</source>
        <translation>Vorhandene Befunde</translation>
    </message>
    <message>
        <source>What you agree to</source>
        <translation>Ihr Einverständnis</translation>
    </message>
    <message>
        <source>Details of the patient</source>
        <translation>Angaben zur betreuten Person</translation>
    </message>
    <message>
        <source>The patient&apos;s health</source>
        <translation>Gesundheit der betreuten Person</translation>
    </message>
    <message>
        <source>What to expect</source>
        <translation>Was Sie erwartet</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>About ten minutes in all. What you write is kept on this computer until you send it.</source>
        <translation>Insgesamt etwa zehn Minuten. Was Sie schreiben, bleibt auf diesem Computer, bis Sie es senden.</translation>
    </message>
    <message>
        <source>We compare the name and the date of birth with the images, so that nobody else&apos;s images are sent.</source>
        <translation>Wir vergleichen Name und Geburtsdatum mit den Bildern, damit nicht die Bilder einer anderen Person gesendet werden.</translation>
    </message>
    <message>
        <source>What you write cannot be kept on this computer now. Please do not close the program before you send.</source>
        <translation>Was Sie schreiben, lässt sich auf diesem Computer gerade nicht aufbewahren. Bitte schließen Sie dieses Programm nicht, bevor Sie gesendet haben.</translation>
    </message>
    <message>
        <source>You are sending your own images.</source>
        <translation>Sie senden Ihre eigenen Bilder.</translation>
    </message>
    <message>
        <source>You are sending for someone else.</source>
        <translation>Sie senden für jemand anderen.</translation>
    </message>
    <message>
        <source>Whose images are these?</source>
        <translation>Wessen Bilder sind das?</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>Meine eigenen</translation>
    </message>
    <message>
        <source>Of someone I care for</source>
        <translation>Von jemandem, den ich betreue</translation>
    </message>
    <message>
        <source>Change: I am sending images of someone I care for</source>
        <translation>Ändern: Ich sende Bilder von jemandem, den ich betreue</translation>
    </message>
    <message>
        <source>Change: I am sending my own images</source>
        <translation>Ändern: Ich sende meine eigenen Bilder</translation>
    </message>
    <message>
        <source>(optional)</source>
        <translation>(freiwillig)</translation>
    </message>
    <message>
        <source>Who sends</source>
        <translation>Wer sendet</translation>
    </message>
    <message>
        <source>Your own name</source>
        <translation>Ihr eigener Name</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>Postanschrift</translation>
    </message>
    <message>
        <source>What is the opinion about?</source>
        <translation>Worum geht es in der Zweitmeinung?</translation>
    </message>
    <message>
        <source>What else is it about?</source>
        <translation>Worum geht es sonst noch?</translation>
    </message>
    <message>
        <source>Why do you want a second opinion, and what is your question?</source>
        <translation>Warum möchten Sie eine Zweitmeinung, und was ist Ihre Frage?</translation>
    </message>
    <message>
        <source>Symptoms</source>
        <translation>Beschwerden</translation>
    </message>
    <message>
        <source>Illnesses, operations and treatments so far</source>
        <translation>Bisherige Krankheiten, Operationen und Behandlungen</translation>
    </message>
    <message>
        <source>Anything else we should know</source>
        <translation>Was wir sonst noch wissen sollten</translation>
    </message>
    <message>
        <source>(you who care for the patient)</source>
        <translation>(als betreuende Person)</translation>
    </message>
    <message>
        <source>(day, month, year)</source>
        <translation>(Tag, Monat, Jahr)</translation>
    </message>
    <message>
        <source>(one or more)</source>
        <translation>(eine oder mehrere Antworten)</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Weiblich</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Männlich</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>sex</comment>
        <translation>Divers</translation>
    </message>
    <message>
        <source>I would rather not say</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>Mammogram</source>
        <translation>Mammografie</translation>
    </message>
    <message>
        <source>MRI</source>
        <translation>MRT</translation>
    </message>
    <message>
        <source>CT</source>
        <translation>CT</translation>
    </message>
    <message>
        <source>X-ray</source>
        <translation>Röntgen</translation>
    </message>
    <message>
        <source>PET</source>
        <translation>PET</translation>
    </message>
    <message>
        <source>Ultrasound</source>
        <translation>Ultraschall</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Etwas anderes</translation>
    </message>
    <message>
        <source>Please say whose images these are.</source>
        <translation>Bitte sagen Sie uns, wessen Bilder das sind.</translation>
    </message>
    <message>
        <source>Please write your own name, so that we know who is sending.</source>
        <translation>Bitte geben Sie Ihren eigenen Namen an, damit wir wissen, wer sendet.</translation>
    </message>
    <message>
        <source>Please write the first name.</source>
        <translation>Bitte geben Sie den Vornamen an.</translation>
    </message>
    <message>
        <source>Please write the last name.</source>
        <translation>Bitte geben Sie den Nachnamen an.</translation>
    </message>
    <message>
        <source>Please write the date of birth: day, month and year.</source>
        <translation>Bitte geben Sie das Geburtsdatum an: Tag, Monat und Jahr.</translation>
    </message>
    <message>
        <source>Please choose one; “I would rather not say” is an answer too.</source>
        <translation>Bitte wählen Sie eine Antwort; „Keine Angabe“ ist auch möglich.</translation>
    </message>
    <message>
        <source>Please write an e-mail address, so that our answer can reach you.</source>
        <translation>Bitte geben Sie eine E-Mail-Adresse an, damit unsere Antwort Sie erreicht.</translation>
    </message>
    <message>
        <source>Please write a phone number, so that we can call you if something is unclear.</source>
        <translation>Bitte geben Sie eine Telefonnummer an, damit wir Sie anrufen können, wenn etwas unklar ist.</translation>
    </message>
    <message>
        <source>Please write the postal address: street, town and country.</source>
        <translation>Bitte geben Sie die Postanschrift an: Straße, Ort und Land.</translation>
    </message>
    <message>
        <source>Please tick at least one; “Something else” is an answer too.</source>
        <translation>Bitte kreuzen Sie mindestens eine Antwort an; „Etwas anderes“ ist auch möglich.</translation>
    </message>
    <message>
        <source>Please write what else it is about.</source>
        <translation>Bitte schreiben Sie, worum es sonst noch geht.</translation>
    </message>
    <message>
        <source>Please write what you want to know. A few words are enough.</source>
        <translation>Bitte schreiben Sie, was Sie wissen möchten. Ein paar Worte genügen.</translation>
    </message>
    <message>
        <source>This is longer than we can take. Please shorten it a little.</source>
        <translation>Das ist länger, als wir annehmen können. Bitte kürzen Sie es ein wenig.</translation>
    </message>
    <message>
        <source>There is a character in it that cannot be printed, perhaps from copying. Please write it by hand.</source>
        <translation>Darin ist ein Zeichen, das sich nicht drucken lässt, vielleicht vom Kopieren. Bitte tippen Sie den Text selbst ein.</translation>
    </message>
    <message>
        <source>Please choose one of the answers.</source>
        <translation>Bitte wählen Sie eine der Antworten.</translation>
    </message>
    <message>
        <source>There is no such day. Please write it like 3, March, 1951, with all four digits of the year.</source>
        <translation>Diesen Tag gibt es nicht. Bitte schreiben Sie zum Beispiel 3, März, 1951, mit allen vier Ziffern des Jahres.</translation>
    </message>
    <message>
        <source>This day is still to come. Please look at the year again.</source>
        <translation>Dieser Tag liegt noch in der Zukunft. Bitte sehen Sie sich das Jahr noch einmal an.</translation>
    </message>
    <message>
        <source>This is more than 130 years ago. Please look at the year again.</source>
        <translation>Das ist mehr als 130 Jahre her. Bitte sehen Sie sich das Jahr noch einmal an.</translation>
    </message>
    <message>
        <source>The programme does not ask this any more. Please look through your answers once more.</source>
        <translation>Das Zentrum fragt danach nicht mehr. Bitte sehen Sie Ihre Antworten noch einmal durch.</translation>
    </message>
    <message>
        <source>Whose images these are is not said</source>
        <translation>Es fehlt die Angabe, wessen Bilder das sind</translation>
    </message>
    <message>
        <source>The sex is not chosen</source>
        <translation>Das Geschlecht ist nicht ausgewählt</translation>
    </message>
    <message>
        <source>What the opinion is about is not ticked</source>
        <translation>Das Thema der Zweitmeinung fehlt</translation>
    </message>
    <message>
        <source>“Something else” needs a few words</source>
        <translation>„Etwas anderes“ braucht noch ein paar Worte</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>ist zu lang</translation>
    </message>
    <message>
        <source>holds a character that cannot be printed</source>
        <translation>enthält ein Zeichen, das sich nicht drucken lässt</translation>
    </message>
    <message>
        <source>must be one of the answers</source>
        <translation>muss eine der angebotenen Antworten sein</translation>
    </message>
    <message>
        <source>is not a day of the calendar</source>
        <translation>ist kein Tag im Kalender</translation>
    </message>
    <message>
        <source>is still to come</source>
        <translation>liegt noch in der Zukunft</translation>
    </message>
    <message>
        <source>is too long ago</source>
        <translation>liegt zu weit zurück</translation>
    </message>
    <message>
        <source>is not quite right</source>
        <translation>stimmt noch nicht ganz</translation>
    </message>
    <message>
        <source>is not asked any more</source>
        <translation>wird nicht mehr gebraucht</translation>
    </message>
    <message>
        <source>Whose images these are</source>
        <translation>Die Angabe zu „Wessen Bilder sind das?“</translation>
    </message>
    <message>
        <source>The first name</source>
        <translation>Der Vorname</translation>
    </message>
    <message>
        <source>The last name</source>
        <translation>Der Nachname</translation>
    </message>
    <message>
        <source>The date of birth</source>
        <translation>Das Geburtsdatum</translation>
    </message>
    <message>
        <source>The sex</source>
        <translation>Das Geschlecht</translation>
    </message>
    <message>
        <source>The e-mail address</source>
        <translation>Die E-Mail-Adresse</translation>
    </message>
    <message>
        <source>The phone number</source>
        <translation>Die Telefonnummer</translation>
    </message>
    <message>
        <source>The postal address</source>
        <translation>Die Postanschrift</translation>
    </message>
    <message>
        <source>What the opinion is about</source>
        <translation>Das Thema der Zweitmeinung</translation>
    </message>
    <message>
        <source>What else it is about</source>
        <translation>Die Angabe zu „Worum geht es sonst noch?“</translation>
    </message>
    <message>
        <source>The text about symptoms</source>
        <translation>Der Text zu den Beschwerden</translation>
    </message>
    <message>
        <source>The text about illnesses</source>
        <translation>Der Text zu den Krankheiten</translation>
    </message>
    <message>
        <source>The text under “anything else”</source>
        <translation>Der Text unter „Was wir sonst noch wissen sollten“</translation>
    </message>
    <message>
        <source>Please answer this question.</source>
        <translation>Bitte beantworten Sie diese Frage.</translation>
    </message>
    <message>
        <source>{field} {fault}</source>
        <comment>a line of the summary</comment>
        <translation>{field} {fault}</translation>
    </message>
    <message>
        <source>An answer to the programme</source>
        <translation>Eine Antwort an das Zentrum</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) need(s) another look</source>
        <translation>
            <numerusform>Bitte sehen Sie sich %n Antwort noch einmal an</numerusform>
            <numerusform>Bitte sehen Sie sich %n Antworten noch einmal an</numerusform>
        </translation>
    </message>
    <message>
        <source>This address ends after “{end}”, so our answer could not reach you. Write all of it, like name@example.com.</source>
        <translation>Diese Adresse endet nach „{end}“. So könnte unsere Antwort Sie nicht erreichen. Bitte schreiben Sie die ganze Adresse, zum Beispiel name@example.com.</translation>
    </message>
    <message>
        <source>There is no @ in this address, so our answer could not reach you. Write it like name@example.com.</source>
        <translation>In dieser Adresse fehlt das @. So könnte unsere Antwort Sie nicht erreichen. Eine Adresse sieht zum Beispiel so aus: name@example.com.</translation>
    </message>
    <message>
        <source>Our answer could not reach this address. Please write one address, without spaces, like name@example.com.</source>
        <translation>Unsere Antwort könnte diese Adresse nicht erreichen. Bitte schreiben Sie eine einzige Adresse ohne Leerzeichen, zum Beispiel name@example.com.</translation>
    </message>
    <message>
        <source>ends too early</source>
        <translation>endet zu früh</translation>
    </message>
    <message>
        <source>has no @</source>
        <translation>enthält kein @</translation>
    </message>
    <message>
        <source>Reports, letters or pictures that you have as files. PDF, Word, JPEG and PNG can be sent. (optional)</source>
        <translation>Befunde, Arztbriefe oder Bilder, die Sie als Dateien haben. Sie können PDF, Word, JPEG und PNG senden. (freiwillig)</translation>
    </message>
    <message>
        <source>Drop files anywhere on this page, or</source>
        <translation>Ziehen Sie Dateien auf eine beliebige Stelle dieser Seite oder</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Dateien auswählen</translation>
    </message>
    <message>
        <source>Choose reports</source>
        <translation>Befunde auswählen</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>Die Dateien werden angesehen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>“{name}” was not added.</source>
        <translation>„{name}“ wurde nicht hinzugefügt.</translation>
    </message>
    <message>
        <source>It is not a PDF, a Word document or a picture. If it is important, please call us: we find a way.</source>
        <translation>Es ist kein PDF, kein Word-Dokument und kein Bild. Wenn es wichtig ist, rufen Sie uns bitte an: Wir finden einen Weg.</translation>
    </message>
    <message>
        <source>“{name}” was not added: it is an image of an exam.</source>
        <translation>„{name}“ wurde nicht hinzugefügt: Es ist ein Bild einer Untersuchung.</translation>
    </message>
    <message>
        <source>Please go back to Find images and add the folder it is in.</source>
        <translation>Bitte gehen Sie zurück zu „Bilder finden“ und fügen Sie dort den Ordner hinzu, in dem es liegt.</translation>
    </message>
    <message>
        <source>“{name}” was not added: it is too large.</source>
        <translation>„{name}“ wurde nicht hinzugefügt: Die Datei ist zu groß.</translation>
    </message>
    <message>
        <source>The programme takes files up to {most}.</source>
        <translation>Das Zentrum nimmt Dateien bis {most} an.</translation>
    </message>
    <message>
        <source>“{name}” was not added: it cannot be opened.</source>
        <translation>„{name}“ wurde nicht hinzugefügt: Die Datei lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Perhaps another program holds it, or its disc was taken out. Please close that program and try again.</source>
        <translation>Vielleicht ist sie in einem anderen Programm geöffnet, oder die CD wurde herausgenommen. Bitte schließen Sie das andere Programm und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>“{name}” is on the list already.</source>
        <translation>„{name}“ steht schon auf der Liste.</translation>
    </message>
    <message>
        <source>It is sent once.</source>
        <translation>Sie wird nur einmal gesendet.</translation>
    </message>
    <message>
        <source>Please read each text and tick it if you agree. Nothing is ticked for you.</source>
        <translation>Bitte lesen Sie jeden Text und kreuzen Sie ihn an, wenn Sie einverstanden sind. Nichts ist für Sie im Voraus angekreuzt.</translation>
    </message>
    <message>
        <source>Please read this and tick it; without it we may not take your images.</source>
        <translation>Bitte lesen Sie dies und kreuzen Sie es an; sonst dürfen wir Ihre Bilder nicht annehmen.</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>{title}, text to read</source>
        <translation>{title}, Text zum Lesen</translation>
    </message>
    <message>
        <source>I agree to the terms and conditions.</source>
        <translation>Ich bin mit den Geschäftsbedingungen einverstanden.</translation>
    </message>
    <message>
        <source>I agree to the privacy policy.</source>
        <translation>Ich bin mit der Datenschutzerklärung einverstanden.</translation>
    </message>
    <message>
        <source>I have the right to share this study, and I understand that it will be shared with {programme}.</source>
        <translation>Ich bin berechtigt, diese Untersuchung weiterzugeben. Mir ist bekannt, dass sie an {programme} weitergegeben wird.</translation>
    </message>
    <message>
        <source>this programme</source>
        <translation>dieses Zentrum</translation>
    </message>
    <message>
        <source>I understand that I will be charged {amount}</source>
        <translation>Mir ist bekannt, dass mir {amount} berechnet werden</translation>
    </message>
    <message>
        <source>“{title}” is not ticked</source>
        <translation>„{title}“ ist nicht angekreuzt</translation>
    </message>
    <message>
        <source>Check the images</source>
        <translation>Bilder prüfen</translation>
    </message>
    <message>
        <source>These images belong to</source>
        <translation>Diese Bilder gehören zu</translation>
    </message>
    <message>
        <source>Yes, this is me</source>
        <translation>Ja, das bin ich</translation>
    </message>
    <message>
        <source>Someone I care for</source>
        <translation>Jemand, den ich betreue</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Choose another person</source>
        <translation>Andere Person wählen</translation>
    </message>
    <message>
        <source>Choose other images</source>
        <translation>Andere Bilder wählen</translation>
    </message>
    <message>
        <source>Neither of them</source>
        <translation>Keine von beiden</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Keine davon</translation>
    </message>
    <message>
        <source>These images carry no name and no date of birth. Are they yours?</source>
        <translation>Diese Bilder tragen keinen Namen und kein Geburtsdatum. Sind es Ihre?</translation>
    </message>
    <message>
        <source>Please look at the dates and the pictures below. If you are not sure, please ask the hospital.</source>
        <translation>Bitte sehen Sie sich unten die Datumsangaben und die Bilder an. Wenn Sie nicht sicher sind, fragen Sie bitte im Krankenhaus nach.</translation>
    </message>
    <message>
        <source>Then these are not the right images. Nothing is sent.</source>
        <translation>Dann sind das nicht die richtigen Bilder. Es wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Choose other images, or look whether the hospital gave you another disc. You can also call us.</source>
        <translation>Wählen Sie andere Bilder oder sehen Sie nach, ob Ihnen das Krankenhaus noch eine andere CD gegeben hat. Sie können uns auch anrufen.</translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>We send the images of one person at a time, so nothing is ticked yet.</source>
        <translation>Wir senden immer nur die Bilder einer Person, deshalb ist noch nichts angekreuzt.</translation>
    </message>
    <message>
        <source>Send these instead</source>
        <translation>Stattdessen diese senden</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Alles so lassen</translation>
    </message>
    <message>
        <source>It is the same person: send both</source>
        <translation>Dieselbe Person: beide senden</translation>
    </message>
    <message>
        <source>Hospitals sometimes put two people on one disc. We send only the images of the person you choose.</source>
        <translation>Krankenhäuser speichern manchmal die Bilder von zwei Personen auf einer CD. Wir senden nur die Bilder der Person, die Sie wählen.</translation>
    </message>
    <message>
        <source>Some of these images carry no name. Whose do you want to send?</source>
        <translation>Einige dieser Bilder tragen keinen Namen. Wessen Bilder möchten Sie senden?</translation>
    </message>
    <message>
        <source>Exams</source>
        <translation>Untersuchungen</translation>
    </message>
    <message>
        <source>Look at the images</source>
        <translation>Bilder ansehen</translation>
    </message>
    <message>
        <source>Exams and sets of images. Space ticks, the right arrow opens an exam.</source>
        <translation>Untersuchungen und Bildserien. Die Leertaste kreuzt an, die rechte Pfeiltaste öffnet eine Untersuchung.</translation>
    </message>
    <message>
        <source>Documents found with the images</source>
        <translation>Dokumente bei den Bildern</translation>
    </message>
    <message>
        <source>Set of images</source>
        <translation>Bildserie</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>angekreuzt</translation>
    </message>
    <message>
        <source>partly ticked</source>
        <translation>teilweise angekreuzt</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>nicht angekreuzt</translation>
    </message>
    <message>
        <source>First choose a person above</source>
        <translation>Bitte zuerst oben eine Person wählen</translation>
    </message>
    <message>
        <source>First answer the question above</source>
        <translation>Bitte zuerst die Frage oben beantworten</translation>
    </message>
    <message>
        <source>First tick at least one exam</source>
        <translation>Bitte zuerst mindestens eine Untersuchung ankreuzen</translation>
    </message>
    <message>
        <source>First choose other images</source>
        <translation>Bitte zuerst andere Bilder wählen</translation>
    </message>
    <message>
        <source>Go on with these images</source>
        <translation>Weiter mit diesen Bildern</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Drag: brightness</source>
        <translation>Ziehen: Helligkeit</translation>
    </message>
    <message>
        <source>Double click: reset</source>
        <translation>Doppelklick: zurücksetzen</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Einen Moment bitte</translation>
    </message>
    <message>
        <source>Choose an exam on the left to look at it.</source>
        <translation>Wählen Sie links eine Untersuchung, um sie anzusehen.</translation>
    </message>
    <message>
        <source>Arrow keys page through the images, Page Up and Page Down by ten. Shift with the arrow keys changes the brightness, Escape puts it back.</source>
        <translation>Mit den Pfeiltasten blättern Sie durch die Bilder, mit „Bild auf“ und „Bild ab“ jeweils um zehn. Die Umschalttaste mit den Pfeiltasten ändert die Helligkeit, die Taste „Esc“ stellt sie zurück.</translation>
    </message>
    <message>
        <source>Earlier images</source>
        <translation>Vorherige Bilder</translation>
    </message>
    <message>
        <source>Later images</source>
        <translation>Nächste Bilder</translation>
    </message>
    <message>
        <source>This cannot be read from the disc at the moment. Is the disc still in?</source>
        <translation>Dies lässt sich im Moment nicht von der CD lesen. Liegt die CD noch im Laufwerk?</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Hide this</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>All of them could be read.</source>
        <translation>Alles konnte gelesen werden.</translation>
    </message>
    <message>
        <source>This part of the exam holds no picture: a report, for example. It is sent all the same.</source>
        <translation>Dieser Teil der Untersuchung enthält kein Bild, sondern zum Beispiel einen Befund. Er wird trotzdem gesendet.</translation>
    </message>
    <message>
        <source>These are marks and settings that a doctor made for other images. They are not applied here. They are sent all the same.</source>
        <translation>Das sind Markierungen und Einstellungen, die ein Arzt für andere Bilder gemacht hat. Sie werden hier nicht angewendet, aber trotzdem mitgeschickt.</translation>
    </message>
    <message>
        <source>The picture itself is not on the disc: this file only says where the hospital keeps it. Please ask the hospital for a disc with the picture on it. This file is sent all the same.</source>
        <translation>Das Bild selbst ist nicht auf der Disc: Diese Datei sagt nur, wo das Krankenhaus es aufbewahrt. Bitte fragen Sie das Krankenhaus nach einer Disc, die das Bild enthält. Diese Datei wird trotzdem mitgeschickt.</translation>
    </message>
    <message>
        <source>This is a film, which cannot be shown here. It is sent all the same.</source>
        <translation>Dies ist ein Film, der hier nicht gezeigt werden kann. Er wird trotzdem gesendet.</translation>
    </message>
    <message>
        <source>This kind of image cannot be shown here. It is sent all the same.</source>
        <translation>Diese Art von Bild kann hier nicht gezeigt werden. Es wird trotzdem gesendet.</translation>
    </message>
    <message>
        <source>This image is damaged, so it cannot be shown. It is sent all the same.</source>
        <translation>Dieses Bild ist beschädigt und kann deshalb nicht gezeigt werden. Es wird trotzdem gesendet.</translation>
    </message>
    <message>
        <source>This image is too large to be shown here. It is sent all the same.</source>
        <translation>Dieses Bild ist zu groß, um hier gezeigt zu werden. Es wird trotzdem gesendet.</translation>
    </message>
    <message>
        <source>This image is not there, although its file says so. The file is sent all the same.</source>
        <translation>Dieses Bild ist nicht vorhanden, obwohl es in seiner Datei angegeben ist. Die Datei wird trotzdem gesendet.</translation>
    </message>
    <message>
        <source>This kind of document cannot be shown here. If it is ticked, it is sent all the same.</source>
        <translation>Diese Art von Dokument kann hier nicht gezeigt werden. Wenn es angekreuzt ist, wird es trotzdem gesendet.</translation>
    </message>
    <message>
        <source>This document cannot be opened here. If it is ticked, it is sent all the same.</source>
        <translation>Dieses Dokument lässt sich hier nicht öffnen. Wenn es angekreuzt ist, wird es trotzdem gesendet.</translation>
    </message>
    <message>
        <source>This document is too large to be shown here. If it is ticked, it is sent all the same.</source>
        <translation>Dieses Dokument ist zu groß, um hier gezeigt zu werden. Wenn es angekreuzt ist, wird es trotzdem gesendet.</translation>
    </message>
    <message>
        <source>no</source>
        <translation>keinen</translation>
    </message>
    <message>
        <source>one</source>
        <translation>einer</translation>
    </message>
    <message>
        <source>two</source>
        <translation>zwei</translation>
    </message>
    <message>
        <source>three</source>
        <translation>drei</translation>
    </message>
    <message>
        <source>four</source>
        <translation>vier</translation>
    </message>
    <message>
        <source>five</source>
        <translation>fünf</translation>
    </message>
    <message>
        <source>six</source>
        <translation>sechs</translation>
    </message>
    <message>
        <source>seven</source>
        <translation>sieben</translation>
    </message>
    <message>
        <source>eight</source>
        <translation>acht</translation>
    </message>
    <message>
        <source>nine</source>
        <translation>neun</translation>
    </message>
    <message>
        <source>{name}, {born}</source>
        <comment>a person</comment>
        <translation>{name}, {born}</translation>
    </message>
    <message>
        <source>born {date}</source>
        <translation>geboren am {date}</translation>
    </message>
    <message>
        <source>no date of birth</source>
        <translation>ohne Geburtsdatum</translation>
    </message>
    <message>
        <source>{people}. Is this you?</source>
        <translation>{people}. Sind Sie das?</translation>
    </message>
    <message>
        <source>{people}: this is you</source>
        <translation>{people}: Das sind Sie</translation>
    </message>
    <message>
        <source>{people}: someone you care for</source>
        <translation>{people}: jemand, den Sie betreuen</translation>
    </message>
    <message>
        <source>Your own images, without a name</source>
        <translation>Ihre eigenen Bilder, ohne Namen</translation>
    </message>
    <message>
        <source>Images of someone you care for, without a name</source>
        <translation>Bilder von jemandem, den Sie betreuen, ohne Namen</translation>
    </message>
    <message>
        <source>This disc holds images of {number} people. Whose do you want to send?</source>
        <translation>Auf dieser CD sind Bilder von {number} Personen. Wessen Bilder möchten Sie senden?</translation>
    </message>
    <message>
        <source>These discs hold images of {number} people. Whose do you want to send?</source>
        <translation>Auf diesen CDs sind Bilder von {number} Personen. Wessen Bilder möchten Sie senden?</translation>
    </message>
    <message>
        <source>These images belong to {wanted}, not to {current}. What do you want to send?</source>
        <translation>Diese Bilder gehören zu {wanted}, nicht zu {current}. Was möchten Sie senden?</translation>
    </message>
    <message numerus="yes">
        <source>Go on with %n image(s)</source>
        <translation>
            <numerusform>Weiter mit %n Bild</numerusform>
            <numerusform>Weiter mit %n Bildern</numerusform>
        </translation>
    </message>
    <message>
        <source>They are the ones that the disc&apos;s own list names.</source>
        <translation>Es sind die, die das Verzeichnis auf der Disc nennt.</translation>
    </message>
    <message>
        <source>You can send what is there, and ask the hospital for the rest.</source>
        <translation>Sie können senden, was da ist, und das Krankenhaus um den Rest bitten.</translation>
    </message>
    <message>
        <source>an exam without a title</source>
        <translation>eine Untersuchung ohne Titel</translation>
    </message>
    <message numerus="yes">
        <source>{images} found, in %n exam(s).</source>
        <translation>
            <numerusform>{images} gefunden, in %n Untersuchung.</numerusform>
            <numerusform>{images} gefunden, in %n Untersuchungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{found} of {images} found, in %n exam(s).</source>
        <translation>
            <numerusform>{found} von {images} gefunden, in %n Untersuchung.</numerusform>
            <numerusform>{found} von {images} gefunden, in %n Untersuchungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) that the disc&apos;s own list names is/are not on it: {exams}.</source>
        <translation>
            <numerusform>%n Bild, das im Verzeichnis der Disc steht, ist nicht darauf: {exams}.</numerusform>
            <numerusform>%n Bilder, die im Verzeichnis der Disc stehen, sind nicht darauf: {exams}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more exam(s)</source>
        <comment>after exams of which images are missing</comment>
        <translation>
            <numerusform>%n weitere Untersuchung</numerusform>
            <numerusform>%n weitere Untersuchungen</numerusform>
        </translation>
    </message>
    <message>
        <source>{date}, {title} ({count} of {total})</source>
        <comment>an exam of which images are missing</comment>
        <translation>{date}, {title} ({count} von {total})</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the disc could not be read as usual; see below.</source>
        <translation>
            <numerusform>%n Datei der CD konnte nicht wie üblich gelesen werden; mehr dazu unten.</numerusform>
            <numerusform>%n Dateien der CD konnten nicht wie üblich gelesen werden; mehr dazu unten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n set(s) of images some numbers are left out; see below.</source>
        <translation>
            <numerusform>In %n Bilderserie fehlen Nummern; siehe unten.</numerusform>
            <numerusform>In %n Bilderserien fehlen Nummern; siehe unten.</numerusform>
        </translation>
    </message>
    <message>
        <source>{title}: there is no image number {numbers}. This may be as the hospital meant it; if in doubt, ask there.</source>
        <translation>{title}: Es gibt kein Bild mit der Nummer {numbers}. Das kann so gewollt sein; fragen Sie im Zweifel im Krankenhaus nach.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) lie(s) twice on the disc. Each is sent once.</source>
        <translation>
            <numerusform>%n Bild liegt doppelt auf der Disc. Es wird einmal gesendet.</numerusform>
            <numerusform>%n Bilder liegen doppelt auf der Disc. Jedes wird einmal gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) lie(s) elsewhere than the disc&apos;s own list says, and was/were found all the same.</source>
        <translation>
            <numerusform>%n Bild liegt woanders, als das Verzeichnis der Disc sagt, und wurde trotzdem gefunden.</numerusform>
            <numerusform>%n Bilder liegen woanders, als das Verzeichnis der Disc sagt, und wurden trotzdem gefunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) is/are not in the disc&apos;s own list, and was/were found all the same.</source>
        <translation>
            <numerusform>%n Bild steht nicht im Verzeichnis der Disc und wurde trotzdem gefunden.</numerusform>
            <numerusform>%n Bilder stehen nicht im Verzeichnis der Disc und wurden trotzdem gefunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) lie(s) beside them.</source>
        <translation>
            <numerusform>Außerdem liegt %n Dokument dabei.</numerusform>
            <numerusform>Außerdem liegen %n Dokumente dabei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s): {finding}</source>
        <translation>
            <numerusform>%n Datei: {finding}</numerusform>
            <numerusform>%n Dateien: {finding}</numerusform>
        </translation>
    </message>
    <message>
        <source>Image {number}
of {total}</source>
        <translation>Bild {number}
von {total}</translation>
    </message>
    <message>
        <source>Frame {number}
of {total}</source>
        <translation>Einzelbild {number}
von {total}</translation>
    </message>
    <message>
        <source>Page {number}
of {total}</source>
        <translation>Seite {number}
von {total}</translation>
    </message>
    <message>
        <source>Where are your images?</source>
        <translation>Wo sind Ihre Bilder?</translation>
    </message>
    <message>
        <source>Put the hospital&apos;s disc into this computer, or choose another place.</source>
        <translation>Legen Sie die CD oder DVD aus dem Krankenhaus in diesen Computer ein, oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Choose a folder or disc</source>
        <translation>Ordner oder CD wählen</translation>
    </message>
    <message>
        <source>In the disc drive, on a USB stick, or on this computer</source>
        <translation>Im CD-Laufwerk, auf einem USB-Stick oder auf diesem Computer</translation>
    </message>
    <message>
        <source>Add another disc or folder</source>
        <translation>CD oder Ordner hinzufügen</translation>
    </message>
    <message>
        <source>If your images came in several parts</source>
        <translation>Falls Ihre Bilder in mehreren Teilen kamen</translation>
    </message>
    <message>
        <source>Where are the images?</source>
        <translation>Wo sind die Bilder?</translation>
    </message>
    <message>
        <source>In this computer&apos;s disc drive</source>
        <translation>Im CD-Laufwerk dieses Computers</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Lesen abbrechen</translation>
    </message>
    <message>
        <source>ZIP or disc image</source>
        <translation>ZIP oder CD-Abbild</translation>
    </message>
    <message>
        <source>A file the hospital sent you</source>
        <translation>Eine Datei, die das Krankenhaus Ihnen geschickt hat</translation>
    </message>
    <message>
        <source>You can also drag a folder or file to any place in this window. Nothing is sent yet.</source>
        <translation>Sie können auch einen Ordner oder eine Datei an eine beliebige Stelle dieses Fensters ziehen. Noch wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Which file did the hospital send you?</source>
        <translation>Welche Datei hat das Krankenhaus Ihnen geschickt?</translation>
    </message>
    <message>
        <source>ZIP files and disc images</source>
        <translation>ZIP-Dateien und CD-Abbilder</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Eject</source>
        <translation>Auswerfen</translation>
    </message>
    <message>
        <source>It can be taken out now.</source>
        <translation>Sie können sie jetzt herausnehmen.</translation>
    </message>
    <message>
        <source>If you have another disc, put that one in.</source>
        <translation>Wenn Sie eine weitere CD haben, legen Sie diese ein.</translation>
    </message>
    <message>
        <source>This ZIP file is locked.</source>
        <translation>Diese ZIP-Datei ist verschlossen.</translation>
    </message>
    <message>
        <source>The hospital gave you a password for it, in a letter or by telephone. Please type it here.</source>
        <translation>Das Krankenhaus hat Ihnen dafür ein Passwort gegeben, im Brief oder am Telefon. Bitte geben Sie es hier ein.</translation>
    </message>
    <message>
        <source>This password does not open it.</source>
        <translation>Dieses Passwort öffnet sie nicht.</translation>
    </message>
    <message>
        <source>Small and capital letters count. Please look once more; if it still does not open, call the hospital.</source>
        <translation>Groß- und Kleinbuchstaben sind verschieden. Bitte sehen Sie noch einmal nach; wenn sie sich dann nicht öffnet, rufen Sie das Krankenhaus an.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Check these images</source>
        <translation>Diese Bilder prüfen</translation>
    </message>
    <message>
        <source>You can go on when everything has been read</source>
        <translation>Sie können weitermachen, sobald alles gelesen ist</translation>
    </message>
    <message>
        <source>Choose a place with images first</source>
        <translation>Bitte zuerst einen Ort mit Bildern wählen</translation>
    </message>
    <message>
        <source>Looking for images</source>
        <translation>Bilder werden gesucht</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>Das Lesen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Read it once more, or take it off the list.</source>
        <translation>Versuchen Sie es noch einmal oder nehmen Sie diesen Ort aus der Liste.</translation>
    </message>
    <message>
        <source>Go on sending</source>
        <translation>Senden fortsetzen</translation>
    </message>
    <message>
        <source>There are images that have not arrived yet</source>
        <translation>Einige Bilder sind noch nicht angekommen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Disc {label}</source>
        <translation>CD {label}</translation>
    </message>
    <message>
        <source>A disc</source>
        <translation>Eine CD</translation>
    </message>
    <message>
        <source>A USB stick</source>
        <translation>Ein USB-Stick</translation>
    </message>
    <message>
        <source>USB stick {label}</source>
        <translation>USB-Stick {label}</translation>
    </message>
    <message>
        <source>Plugged into this computer</source>
        <translation>Eingesteckt in diesen Computer</translation>
    </message>
    <message>
        <source>A disc image</source>
        <translation>Ein CD-Abbild</translation>
    </message>
    <message>
        <source>Disc image {label}</source>
        <translation>CD-Abbild {label}</translation>
    </message>
    <message>
        <source>Opened on this computer</source>
        <translation>Geöffnet auf diesem Computer</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) found</source>
        <translation>
            <numerusform>%n Bild gefunden</numerusform>
            <numerusform>%n Bilder gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) looked at</source>
        <translation>
            <numerusform>%n Datei angesehen</numerusform>
            <numerusform>%n Dateien angesehen</numerusform>
        </translation>
    </message>
    <message>
        <source>{title}, {date}</source>
        <comment>an exam</comment>
        <translation>{title}, {date}</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s), still counting</source>
        <translation>
            <numerusform>Bisher %n Bild</numerusform>
            <numerusform>Bisher %n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>{action}: {place}</source>
        <translation>{action}: {place}</translation>
    </message>
    <message>
        <source>Please check that this is the disc with your images. If it is, ask the hospital for a new copy: a disc with the images themselves, in the form that is called DICOM.</source>
        <translation>Bitte prüfen Sie, ob dies die CD mit Ihren Bildern ist. Wenn ja, bitten Sie das Krankenhaus um eine neue Kopie: eine CD mit den Bildern selbst, in dem Format, das DICOM heißt.</translation>
    </message>
    <message>
        <source>There are no medical images here: the place is empty.</source>
        <translation>Hier sind keine medizinischen Bilder: Dieser Ort ist leer.</translation>
    </message>
    <message>
        <source>Please look for a password on the disc, its cover or the hospital&apos;s letter. If that does not help, ask the hospital for a copy without a password, or for the password.</source>
        <translation>Bitte suchen Sie auf der CD, ihrer Hülle oder im Brief des Krankenhauses nach einem Passwort. Wenn das nicht hilft, bitten Sie das Krankenhaus um eine Kopie ohne Passwort oder um das Passwort.</translation>
    </message>
    <message>
        <source>The images here are perhaps locked.</source>
        <translation>Die Bilder hier sind vielleicht verschlossen.</translation>
    </message>
    <message>
        <source>Most of what lies here is in a form that nobody but the hospital&apos;s own program can read.</source>
        <translation>Das meiste hier liegt in einem Format vor, das nur das eigene Programm des Krankenhauses lesen kann.</translation>
    </message>
    <message>
        <source>We are not sure of it.</source>
        <translation>Sicher sind wir nicht.</translation>
    </message>
    <message>
        <source>This is locked with a password, so the images cannot be read.</source>
        <translation>Das hier ist mit einem Passwort verschlossen; die Bilder lassen sich deshalb nicht lesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) here can be opened with a password or key only.</source>
        <translation>
            <numerusform>%n Datei hier lässt sich nur mit einem Passwort oder Schlüssel öffnen.</numerusform>
            <numerusform>%n Dateien hier lassen sich nur mit einem Passwort oder Schlüssel öffnen.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no medical images here: every file is empty.</source>
        <translation>Hier sind keine medizinischen Bilder: Alle Dateien sind leer.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) here without any content.</source>
        <translation>
            <numerusform>%n Datei hier ohne jeden Inhalt.</numerusform>
            <numerusform>%n Dateien hier ohne jeden Inhalt.</numerusform>
        </translation>
    </message>
    <message>
        <source>What lies here has to be unpacked first, and the images may well be in it. Please delete something that you do not need, then choose the disc or folder again.</source>
        <translation>Was hier liegt, muss zuerst entpackt werden, und die Bilder können durchaus darin sein. Bitte löschen Sie etwas, das Sie nicht brauchen, und wählen Sie dann die Disc oder den Ordner noch einmal.</translation>
    </message>
    <message>
        <source>There is not enough room on this computer to look into what lies here.</source>
        <translation>Auf diesem Computer ist nicht genug Platz, um in das hineinzusehen, was hier liegt.</translation>
    </message>
    <message>
        <source>Please wipe the disc with a soft cloth, from the middle outwards, and try again, also in another drive. If that does not help, ask the hospital for a new copy.</source>
        <translation>Bitte wischen Sie die CD mit einem weichen Tuch von der Mitte nach außen ab und versuchen Sie es noch einmal, auch in einem anderen Laufwerk. Wenn das nicht hilft, bitten Sie das Krankenhaus um eine neue Kopie.</translation>
    </message>
    <message>
        <source>There is something here, but it cannot be read.</source>
        <translation>Hier ist etwas, aber es lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>If you chose one folder of a disc, please choose the whole disc. Otherwise the images were not copied: ask the hospital for a new copy.</source>
        <translation>Wenn Sie nur einen Ordner einer CD gewählt haben, wählen Sie bitte die ganze CD. Sonst wurden die Bilder nicht mitkopiert: Bitten Sie das Krankenhaus um eine neue Kopie.</translation>
    </message>
    <message>
        <source>Here is only the list of the images: the images themselves are missing.</source>
        <translation>Hier ist nur das Verzeichnis der Bilder: Die Bilder selbst fehlen.</translation>
    </message>
    <message>
        <source>There are only ordinary pictures here, and no medical images.</source>
        <translation>Hier sind nur gewöhnliche Bilddateien und keine medizinischen Bilder.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) found.</source>
        <translation>
            <numerusform>%n Dokument gefunden.</numerusform>
            <numerusform>%n Dokumente gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are pictures and documents here, but no medical images.</source>
        <translation>Hier sind Bilddateien und Dokumente, aber keine medizinischen Bilder.</translation>
    </message>
    <message numerus="yes">
        <source>%n ordinary picture(s) found.</source>
        <translation>
            <numerusform>%n gewöhnliche Bilddatei gefunden.</numerusform>
            <numerusform>%n gewöhnliche Bilddateien gefunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) found.</source>
        <translation>
            <numerusform>%n Video gefunden.</numerusform>
            <numerusform>%n Videos gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Such pictures show only a part of your exam, and a specialist cannot measure in them. Ask the hospital for the images themselves, in the form that is called DICOM.</source>
        <translation>Solche Bilddateien zeigen nur einen Teil Ihrer Untersuchung, und messen kann ein Facharzt darin nicht. Bitten Sie das Krankenhaus um die Bilder selbst, in dem Format, das DICOM heißt.</translation>
    </message>
    <message>
        <source>You can add documents later, under About you; but the images are needed too.</source>
        <translation>Dokumente können Sie später unter „Über Sie“ hinzufügen; die Bilder werden aber auch gebraucht.</translation>
    </message>
    <message>
        <source>There are only documents here, and no images.</source>
        <translation>Hier sind nur Dokumente und keine Bilder.</translation>
    </message>
    <message>
        <source>A viewer is a program that shows images. The images that belong to it are missing.</source>
        <translation>Ein Anzeigeprogramm ist ein Programm, mit dem man Bilder ansieht. Die Bilder, die dazugehören, fehlen.</translation>
    </message>
    <message>
        <source>There is only a viewer with its own pictures here, and no images of yours.</source>
        <translation>Hier ist nur ein Anzeigeprogramm mit seinen eigenen Bilddateien; Ihre Bilder fehlen.</translation>
    </message>
    <message>
        <source>There is only a viewer here, and no images.</source>
        <translation>Hier ist nur ein Anzeigeprogramm, und es gibt keine Bilder.</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) or note(s) found.</source>
        <translation>
            <numerusform>%n Bericht oder Notiz gefunden.</numerusform>
            <numerusform>%n Berichte oder Notizen gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can send what is here. For the images themselves, ask the hospital for a complete copy.</source>
        <translation>Was hier ist, können Sie senden. Um die Bilder selbst zu bekommen, bitten Sie das Krankenhaus um eine vollständige Kopie.</translation>
    </message>
    <message>
        <source>There are reports or notes of an exam here, but no images.</source>
        <translation>Hier sind Berichte oder Notizen zu einer Untersuchung, aber keine Bilder.</translation>
    </message>
    <message numerus="yes">
        <source>We looked at %n file(s).</source>
        <translation>
            <numerusform>Wir haben %n Datei angesehen.</numerusform>
            <numerusform>Wir haben %n Dateien angesehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read.</source>
        <translation>
            <numerusform>%n Datei konnte nicht gelesen werden.</numerusform>
            <numerusform>%n Dateien konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no medical images here.</source>
        <translation>Hier sind keine medizinischen Bilder.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read as it (they) should. Check shows more.</source>
        <translation>
            <numerusform>%n Datei konnte nicht richtig gelesen werden. Mehr dazu sehen Sie unter „Prüfen“.</numerusform>
            <numerusform>%n Dateien konnten nicht richtig gelesen werden. Mehr dazu sehen Sie unter „Prüfen“.</numerusform>
        </translation>
    </message>
    <message>
        <source>{place} is on the list already.</source>
        <translation>{place} steht schon auf der Liste.</translation>
    </message>
    <message>
        <source>Please choose another folder or disc.</source>
        <translation>Bitte wählen Sie einen anderen Ordner oder eine andere CD.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) is (are) kept on this computer and can be sent on.</source>
        <translation>
            <numerusform>%n Bild liegt auf diesem Computer bereit; das Senden kann weitergehen.</numerusform>
            <numerusform>%n Bilder liegen auf diesem Computer bereit; das Senden kann weitergehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Case {number}: {kept}</source>
        <translation>Fall {number}: {kept}</translation>
    </message>
    <message>
        <source>Which programme do you send to?</source>
        <translation>An welches Zentrum senden Sie?</translation>
    </message>
    <message>
        <source>You find the address in the letter or e-mail of your second-opinion programme.</source>
        <translation>Sie finden die Adresse im Brief oder in der E-Mail Ihres Zentrums für Zweitmeinungen.</translation>
    </message>
    <message>
        <source>The programme&apos;s address</source>
        <translation>Die Adresse des Zentrums</translation>
    </message>
    <message>
        <source>For example secondopinion.hospital.example</source>
        <translation>Zum Beispiel secondopinion.hospital.example</translation>
    </message>
    <message>
        <source>This is not an address. It looks like secondopinion.hospital.example, without spaces.</source>
        <translation>Das ist keine Adresse. Eine Adresse sieht so aus: secondopinion.hospital.example, ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Use another address</source>
        <translation>Andere Adresse</translation>
    </message>
    <message>
        <source>Asking the programme who it is. This takes a few seconds.</source>
        <translation>Wir fragen beim Zentrum an. Das dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>The programme does not answer</source>
        <translation>Das Zentrum antwortet nicht</translation>
    </message>
    <message>
        <source>This program tries again by itself every few seconds.</source>
        <translation>Dieses Programm versucht es alle paar Sekunden von selbst noch einmal.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Nothing can go wrong by looking</source>
        <translation>Beim Ansehen kann nichts schiefgehen</translation>
    </message>
    <message>
        <source>Nothing leaves this computer before you have agreed to it under About you. You can go back at any time.</source>
        <translation>Nichts verlässt diesen Computer, bevor Sie unter „Über Sie“ Ihr Einverständnis gegeben haben. Sie können jederzeit zurückgehen.</translation>
    </message>
    <message>
        <source>You can stop at any time</source>
        <translation>Sie können jederzeit aufhören</translation>
    </message>
    <message>
        <source>Close the window when you like. What you did is kept, and goes on when you open this program again.</source>
        <translation>Schließen Sie das Fenster, wann Sie möchten. Ihre Eingaben bleiben erhalten, und es geht weiter, sobald Sie dieses Programm wieder öffnen.</translation>
    </message>
    <message>
        <source>The disc</source>
        <translation>Die CD</translation>
    </message>
    <message>
        <source>The hospital&apos;s disc goes into this computer&apos;s disc drive. Without a drive, somebody can copy the disc to a USB stick for you, all folders of it.</source>
        <translation>Die CD oder DVD aus dem Krankenhaus kommt in das CD-Laufwerk dieses Computers. Wenn es kein Laufwerk gibt, kann jemand für Sie die CD mit allen Ordnern auf einen USB-Stick kopieren.</translation>
    </message>
    <message>
        <source>Talk to a person</source>
        <translation>Mit einem Menschen sprechen</translation>
    </message>
    <message>
        <source>Please call the programme that asked for your images.</source>
        <translation>Bitte rufen Sie das Zentrum an, das Sie um Ihre Bilder gebeten hat.</translation>
    </message>
    <message>
        <source>Back to your step</source>
        <translation>Zurück zu Ihrem Schritt</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
    <message>
        <source>What you typed cannot be kept on this computer.</source>
        <translation>Was Sie eingegeben haben, lässt sich auf diesem Computer nicht aufbewahren.</translation>
    </message>
    <message>
        <source>You can stay and send it now. To leave without it, close the window once more.</source>
        <translation>Sie können bleiben und es jetzt senden. Wenn Sie ohne diese Angaben gehen möchten, schließen Sie das Fenster noch einmal.</translation>
    </message>
    <message>
        <source>What is on the disc is not what was there before.</source>
        <translation>Auf der CD ist nicht mehr dasselbe wie vorher.</translation>
    </message>
    <message>
        <source>Images are missing or new, or it is another disc. Please look at the exams below once more before you go on.</source>
        <translation>Bilder fehlen oder sind neu dazugekommen, oder es ist eine andere CD. Bitte sehen Sie sich die Untersuchungen unten noch einmal an, bevor Sie weitermachen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Address: {address}</source>
        <translation>Adresse: {address}</translation>
    </message>
    <message>
        <source>Call {help_line}. Have this window before you; nobody needs to see your images for that.</source>
        <translation>Rufen Sie {help_line} an. Lassen Sie dabei dieses Fenster offen; dafür muss niemand Ihre Bilder sehen.</translation>
    </message>
    <message>
        <source>Are these the right images?</source>
        <translation>Sind das die richtigen Bilder?</translation>
    </message>
    <message>
        <source>In the images</source>
        <translation>In den Bildern</translation>
    </message>
    <message>
        <source>You typed</source>
        <translation>Ihre Eingabe</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>not in the images</source>
        <translation>nicht in den Bildern</translation>
    </message>
    <message>
        <source>different</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Correct what I typed</source>
        <translation>Meine Eingabe korrigieren</translation>
    </message>
    <message>
        <source>These are not the right images. Nothing has been sent; go back and choose others.</source>
        <translation>Das sind nicht die richtigen Bilder. Es wurde nichts gesendet; gehen Sie zurück und wählen Sie andere.</translation>
    </message>
    <message>
        <source>Use another disc or folder</source>
        <translation>Andere CD oder anderen Ordner nehmen</translation>
    </message>
    <message>
        <source>It is the same person</source>
        <translation>Es ist dieselbe Person</translation>
    </message>
    <message>
        <source>Please say why the images carry something else. Our team reads it together with the images.</source>
        <translation>Bitte sagen Sie uns, warum in den Bildern etwas anderes steht. Unser Team liest das zusammen mit den Bildern.</translation>
    </message>
    <message>
        <source>Two people can have the same name; the date of birth tells them apart. Only go on if you are certain that these images are the right person&apos;s, and write how the other date came about.</source>
        <translation>Zwei Menschen können denselben Namen haben; am Geburtsdatum lassen sie sich unterscheiden. Machen Sie nur weiter, wenn Sie sicher sind, dass diese Bilder zur richtigen Person gehören, und schreiben Sie, wie es zu dem anderen Datum kam.</translation>
    </message>
    <message>
        <source>The name changed, for example by marriage</source>
        <translation>Der Name hat sich geändert, zum Beispiel durch Heirat</translation>
    </message>
    <message>
        <source>The name is spelled in another way, or shortened</source>
        <translation>Der Name ist anders geschrieben oder abgekürzt</translation>
    </message>
    <message>
        <source>The hospital made a mistake in the name</source>
        <translation>Das Krankenhaus hat sich beim Namen geirrt</translation>
    </message>
    <message>
        <source>The hospital made a mistake in the sex</source>
        <translation>Das Krankenhaus hat sich beim Geschlecht geirrt</translation>
    </message>
    <message>
        <source>The entry of the sex has changed</source>
        <translation>Der Eintrag zum Geschlecht hat sich geändert</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Ein anderer Grund</translation>
    </message>
    <message>
        <source>Write the reason</source>
        <translation>Schreiben Sie uns den Grund</translation>
    </message>
    <message>
        <source>First choose a reason above</source>
        <translation>Bitte zuerst oben einen Grund wählen</translation>
    </message>
    <message>
        <source>First write the reason above</source>
        <translation>Bitte zuerst oben den Grund schreiben</translation>
    </message>
    <message numerus="yes">
        <source>(at least %n letter(s))</source>
        <translation>
            <numerusform>(mindestens %n Buchstabe)</numerusform>
            <numerusform>(mindestens %n Buchstaben)</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been sent. Sometimes a disc holds the images of somebody else.</source>
        <translation>Es wurde nichts gesendet. Manchmal enthält eine CD die Bilder einer anderen Person.</translation>
    </message>
    <message>
        <source>The name, the date of birth and the sex in the images are not the ones you typed.</source>
        <translation>Der Name, das Geburtsdatum und das Geschlecht in den Bildern stimmen nicht mit Ihrer Eingabe überein.</translation>
    </message>
    <message>
        <source>The name and the sex in the images are not the ones you typed.</source>
        <translation>Der Name und das Geschlecht in den Bildern stimmen nicht mit Ihrer Eingabe überein.</translation>
    </message>
    <message>
        <source>The date of birth and the sex in the images are not the ones you typed.</source>
        <translation>Das Geburtsdatum und das Geschlecht in den Bildern stimmen nicht mit Ihrer Eingabe überein.</translation>
    </message>
    <message>
        <source>The sex in the images is not the one you typed.</source>
        <translation>Das Geschlecht in den Bildern stimmt nicht mit Ihrer Eingabe überein.</translation>
    </message>
    <message>
        <source>The chosen images belong to more than one person.</source>
        <translation>Die gewählten Bilder gehören zu mehr als einer Person.</translation>
    </message>
    <message>
        <source>The name and the date of birth in the images are not the ones you typed.</source>
        <translation>Der Name und das Geburtsdatum in den Bildern stimmen nicht mit Ihrer Eingabe überein.</translation>
    </message>
    <message>
        <source>The date of birth in the images is not the one you typed.</source>
        <translation>Das Geburtsdatum in den Bildern stimmt nicht mit Ihrer Eingabe überein.</translation>
    </message>
    <message>
        <source>The name in the images is not quite the one you typed.</source>
        <translation>Der Name in den Bildern stimmt nicht ganz mit Ihrer Eingabe überein.</translation>
    </message>
    <message>
        <source>A letter, the order of the names, the date or the sex is not quite right in the form.</source>
        <translation>Im Formular stimmt ein Buchstabe, die Reihenfolge der Namen, das Datum oder das Geschlecht nicht ganz.</translation>
    </message>
    <message>
        <source>Please look whose images these are: they carry no name.</source>
        <translation>Bitte sehen Sie nach, wessen Bilder das sind: Sie tragen keinen Namen.</translation>
    </message>
    <message>
        <source>In the date of birth, day and month are the other way round in the images.</source>
        <translation>Im Geburtsdatum sind Tag und Monat in den Bildern vertauscht.</translation>
    </message>
    <message>
        <source>The name in the images could not be compared: it is in other letters, or cannot be read.</source>
        <translation>Der Name in den Bildern ließ sich nicht vergleichen: Er steht in einer anderen Schrift oder kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>We can take the images of one person in one case. Nothing has been sent; please go back and choose.</source>
        <translation>In einem Fall können wir nur die Bilder einer Person annehmen. Es wurde nichts gesendet; bitte gehen Sie zurück und wählen Sie aus.</translation>
    </message>
    <message>
        <source>{safe} Please compare:</source>
        <translation>{safe} Bitte vergleichen Sie:</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>One fee for your case. It pays for the work of our team.</source>
        <translation>Ein einmaliger Betrag für Ihren Fall. Damit wird die Arbeit unseres Teams bezahlt.</translation>
    </message>
    <message>
        <source>Your card is authorised today and charged only when our team accepts your case.</source>
        <translation>Der Betrag wird heute auf Ihrer Karte nur reserviert. Ihre Karte wird erst belastet, wenn unser Team Ihren Fall annimmt.</translation>
    </message>
    <message>
        <source>You get an invoice from us after our team has accepted your case. There is nothing to pay today.</source>
        <translation>Sie bekommen von uns eine Rechnung, nachdem unser Team Ihren Fall angenommen hat. Heute müssen Sie nichts bezahlen.</translation>
    </message>
    <message>
        <source>There is nothing to pay for this programme.</source>
        <translation>Bei diesem Zentrum müssen Sie nichts bezahlen.</translation>
    </message>
    <message>
        <source>You can send your images now.</source>
        <translation>Sie können Ihre Bilder jetzt senden.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Case accepted</source>
        <translation>Fall angenommen</translation>
    </message>
    <message>
        <source>Case not accepted</source>
        <translation>Fall nicht angenommen</translation>
    </message>
    <message>
        <source>Your web browser opens a page of the payment company. You write your card number there; this program never sees it.</source>
        <translation>In Ihrem Internet-Browser öffnet sich eine Seite des Zahlungsanbieters. Dort geben Sie Ihre Kartennummer ein; dieses Programm sieht sie nie.</translation>
    </message>
    <message>
        <source>First tick the box above</source>
        <translation>Bitte zuerst das Kästchen oben ankreuzen</translation>
    </message>
    <message>
        <source>Open the payment page</source>
        <translation>Zahlungsseite öffnen</translation>
    </message>
    <message>
        <source>Open the page again</source>
        <translation>Seite erneut öffnen</translation>
    </message>
    <message>
        <source>Go on to sending</source>
        <translation>Weiter zum Senden</translation>
    </message>
    <message>
        <source>Cancel case</source>
        <translation>Fall abbrechen</translation>
    </message>
    <message>
        <source>Keep my case</source>
        <translation>Fall behalten</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>The address is copied. Paste it into your web browser.</source>
        <translation>Die Adresse ist kopiert. Fügen Sie sie in Ihren Internet-Browser ein.</translation>
    </message>
    <message>
        <source>Preparing your case…</source>
        <translation>Ihr Fall wird vorbereitet …</translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation>Das dauert einen Moment.</translation>
    </message>
    <message>
        <source>Please pay in your web browser.</source>
        <translation>Bitte bezahlen Sie in Ihrem Internet-Browser.</translation>
    </message>
    <message>
        <source>The payment page has opened there. When you have paid, come back here: this window goes on by itself.</source>
        <translation>Dort hat sich die Zahlungsseite geöffnet. Wenn Sie bezahlt haben, kommen Sie hierher zurück: In diesem Fenster geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>The payment is still open.</source>
        <translation>Die Zahlung ist noch offen.</translation>
    </message>
    <message>
        <source>Please open the payment page and pay there. Your images are kept, and sending goes on afterwards.</source>
        <translation>Bitte öffnen Sie die Zahlungsseite und bezahlen Sie dort. Ihre Bilder bleiben erhalten, und das Senden geht danach weiter.</translation>
    </message>
    <message>
        <source>Your web browser did not open.</source>
        <translation>Ihr Internet-Browser hat sich nicht geöffnet.</translation>
    </message>
    <message>
        <source>Please copy the address below, and paste it into a web browser on this computer.</source>
        <translation>Bitte kopieren Sie die Adresse unten und fügen Sie sie in einen Internet-Browser auf diesem Computer ein.</translation>
    </message>
    <message>
        <source>Closed the page before paying? Nothing is lost: open it again.</source>
        <translation>Haben Sie die Seite vor dem Bezahlen geschlossen? Nichts ist verloren: Öffnen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Thank you. Your card is authorised.</source>
        <translation>Vielen Dank. Der Betrag ist auf Ihrer Karte reserviert.</translation>
    </message>
    <message>
        <source>Nothing has been charged yet. Your images are on their way; we show them in a moment.</source>
        <translation>Ihre Karte wurde noch nicht belastet. Ihre Bilder sind unterwegs; gleich zeigen wir Ihnen, wie weit sie sind.</translation>
    </message>
    <message>
        <source>Your card was not accepted.</source>
        <translation>Ihre Karte wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>Nothing was charged, and your images are safe. Your bank can tell you why. You can try again, also with another card.</source>
        <translation>Ihre Karte wurde nicht belastet, und Ihre Bilder sind sicher. Den Grund kann Ihnen Ihre Bank sagen. Sie können es noch einmal versuchen, auch mit einer anderen Karte.</translation>
    </message>
    <message>
        <source>The payment was cancelled.</source>
        <translation>Die Zahlung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Nothing was charged, and your images are safe. You can open the payment page once more, or cancel your case.</source>
        <translation>Ihre Karte wurde nicht belastet, und Ihre Bilder sind sicher. Sie können die Zahlungsseite noch einmal öffnen oder Ihren Fall abbrechen.</translation>
    </message>
    <message>
        <source>Do you want to cancel this case?</source>
        <translation>Möchten Sie diesen Fall abbrechen?</translation>
    </message>
    <message>
        <source>It is withdrawn at the programme and cleared from this computer. Nothing is charged. What you filled in is gone.</source>
        <translation>Er wird beim Zentrum zurückgezogen und auf diesem Computer gelöscht. Ihnen wird nichts berechnet. Was Sie ausgefüllt haben, ist dann nicht mehr da.</translation>
    </message>
    <message>
        <source>Cancelling your case…</source>
        <translation>Ihr Fall wird abgebrochen …</translation>
    </message>
    <message>
        <source>The programme is being told.</source>
        <translation>Das Zentrum wird benachrichtigt.</translation>
    </message>
    <message>
        <source>The programme cannot be reached at the moment. This window tries again by itself.</source>
        <translation>Das Zentrum ist im Moment nicht erreichbar. Dieses Fenster versucht es von selbst noch einmal.</translation>
    </message>
    <message>
        <source>Your bank sets {amount} aside.</source>
        <translation>Ihre Bank reserviert {amount}.</translation>
    </message>
    <message>
        <source>Your card is charged {amount}, once.</source>
        <translation>Ihre Karte wird einmal mit {amount} belastet.</translation>
    </message>
    <message>
        <source>The amount is released and you pay nothing.</source>
        <translation>Der Betrag wird wieder freigegeben, und Sie bezahlen nichts.</translation>
    </message>
    <message numerus="yes">
        <source>Send %n image(s)</source>
        <translation>
            <numerusform>%n Bild senden</numerusform>
            <numerusform>%n Bilder senden</numerusform>
        </translation>
    </message>
    <message>
        <source>The fee has changed meanwhile. Nothing was sent; please look at it once more.</source>
        <translation>Der Betrag hat sich inzwischen geändert. Es wurde nichts gesendet; bitte sehen Sie ihn sich noch einmal an.</translation>
    </message>
    <message>
        <source>Go back to About you</source>
        <translation>Zurück zu „Über Sie“</translation>
    </message>
    <message>
        <source>Your images have arrived</source>
        <translation>Ihre Bilder sind angekommen</translation>
    </message>
    <message>
        <source>Your case number</source>
        <translation>Ihre Fallnummer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy the case number</source>
        <translation>Fallnummer kopieren</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>Wie es weitergeht</translation>
    </message>
    <message>
        <source>Our team looks through your images and accepts your case.</source>
        <translation>Unser Team sieht Ihre Bilder durch und nimmt Ihren Fall an.</translation>
    </message>
    <message>
        <source>A specialist reads them and writes your second opinion.</source>
        <translation>Eine Fachärztin oder ein Facharzt wertet sie aus und schreibt Ihre Zweitmeinung.</translation>
    </message>
    <message>
        <source>We send you an e-mail when you can read it. It never says what is in it.</source>
        <translation>Sobald Sie die Zweitmeinung lesen können, schicken wir Ihnen eine E-Mail. Den Inhalt der Zweitmeinung nennt die E-Mail nie.</translation>
    </message>
    <message>
        <source>Changed your mind?</source>
        <translation>Haben Sie es sich anders überlegt?</translation>
    </message>
    <message>
        <source>Withdraw this case</source>
        <translation>Diesen Fall zurückziehen</translation>
    </message>
    <message>
        <source>Then the amount on your card is released.</source>
        <translation>Dann wird der Betrag auf Ihrer Karte wieder freigegeben.</translation>
    </message>
    <message>
        <source>Then nobody looks at your images any more.</source>
        <translation>Dann sieht sich niemand mehr Ihre Bilder an.</translation>
    </message>
    <message>
        <source>Save the receipt (PDF)</source>
        <translation>Bestätigung speichern</translation>
    </message>
    <message>
        <source>Send another</source>
        <translation>Neuer Fall</translation>
    </message>
    <message>
        <source>Asking the programme for your receipt</source>
        <translation>Ihre Empfangsbestätigung wird beim Zentrum abgerufen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal anfragen</translation>
    </message>
    <message>
        <source>Your images have arrived, but the receipt cannot be fetched at the moment.</source>
        <translation>Ihre Bilder sind angekommen, aber die Empfangsbestätigung lässt sich im Moment nicht abrufen.</translation>
    </message>
    <message>
        <source>Please write the case number down, or ask again in a moment.</source>
        <translation>Bitte schreiben Sie sich die Fallnummer auf oder fragen Sie gleich noch einmal an.</translation>
    </message>
    <message>
        <source>Withdraw this case?</source>
        <translation>Diesen Fall zurückziehen?</translation>
    </message>
    <message>
        <source>Nobody reads your images then, and the programme deletes them. The disc stays as it is.</source>
        <translation>Dann wertet niemand Ihre Bilder aus, und das Zentrum löscht sie. Die CD bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Yes, withdraw</source>
        <translation>Ja, zurückziehen</translation>
    </message>
    <message>
        <source>Withdrawing your case</source>
        <translation>Ihr Fall wird zurückgezogen</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>Empfangsbestätigung speichern</translation>
    </message>
    <message>
        <source>A letter that tells the hospital what is missing is ready. You can save it, print it and sign it.</source>
        <translation>Ein Brief, der dem Krankenhaus sagt, was fehlt, liegt bereit. Sie können ihn speichern, drucken und unterschreiben.</translation>
    </message>
    <message>
        <source>Save a letter to the hospital</source>
        <translation>Brief an das Krankenhaus speichern</translation>
    </message>
    <message>
        <source>Save the letter once more</source>
        <translation>Brief noch einmal speichern</translation>
    </message>
    <message>
        <source>Open the letter to print it</source>
        <translation>Brief zum Drucken öffnen</translation>
    </message>
    <message>
        <source>Save the letter to the hospital</source>
        <translation>Den Brief an das Krankenhaus speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Letter to the hospital.pdf</source>
        <translation>Brief an das Krankenhaus.pdf</translation>
    </message>
    <message>
        <source>Letter to the hospital</source>
        <translation>Brief an das Krankenhaus</translation>
    </message>
    <message>
        <source>The letter is saved.</source>
        <translation>Der Brief ist gespeichert.</translation>
    </message>
    <message>
        <source>Please open it, print it, write your name on it and sign it.</source>
        <translation>Bitte öffnen und drucken Sie ihn, schreiben Sie Ihren Namen darauf und unterschreiben Sie ihn.</translation>
    </message>
    <message>
        <source>The letter could not be written there.</source>
        <translation>Der Brief konnte dort nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The letter could not be opened here.</source>
        <translation>Der Brief ließ sich hier nicht öffnen.</translation>
    </message>
    <message>
        <source>It is saved: you can open it from where you put it.</source>
        <translation>Er ist gespeichert: Sie können ihn dort öffnen, wo Sie ihn abgelegt haben.</translation>
    </message>
    <message>
        <source>The receipt is saved.</source>
        <translation>Die Empfangsbestätigung ist gespeichert.</translation>
    </message>
    <message>
        <source>You find it where you put it, and can print it from there.</source>
        <translation>Sie finden sie dort, wo Sie sie gespeichert haben, und können sie von dort drucken.</translation>
    </message>
    <message>
        <source>The receipt could not be written there.</source>
        <translation>Die Empfangsbestätigung ließ sich dort nicht speichern.</translation>
    </message>
    <message>
        <source>Please choose another place, for example Documents.</source>
        <translation>Bitte wählen Sie einen anderen Ort, zum Beispiel „Dokumente“.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>You hear from us by</source>
        <translation>Sie hören von uns spätestens bis</translation>
    </message>
    <message>
        <source>What arrived</source>
        <translation>Was angekommen ist</translation>
    </message>
    <message>
        <source>Fingerprint of all that was sent (SHA-256)</source>
        <translation>Digitaler Fingerabdruck der Sendung (SHA-256)</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Bei Fragen</translation>
    </message>
    <message numerus="yes">
        <source>{verified} of %n image(s) arrived and were verified</source>
        <translation>
            <numerusform>{verified} von %n Bild ist angekommen und bestätigt</numerusform>
            <numerusform>{verified} von %n Bildern sind angekommen und bestätigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, in %n exam(s)</source>
        <comment>goes on a sentence</comment>
        <translation>
            <numerusform>, in %n Untersuchung</numerusform>
            <numerusform>, in %n Untersuchungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, with %n report(s)</source>
        <comment>goes on a sentence</comment>
        <translation>
            <numerusform>, mit %n Befund</numerusform>
            <numerusform>, mit %n Befunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(within %n hour(s)).</source>
        <translation>
            <numerusform>(innerhalb von %n Stunde).</numerusform>
            <numerusform>(innerhalb von %n Stunden).</numerusform>
        </translation>
    </message>
    <message>
        <source>Receipt {number}.pdf</source>
        <translation>Empfangsbestätigung {number}.pdf</translation>
    </message>
    <message>
        <source>This window asks again by itself.</source>
        <translation>Dieses Fenster fragt von selbst noch einmal.</translation>
    </message>
    <message>
        <source>Your case could not be withdrawn now, because the programme cannot be reached.</source>
        <translation>Ihr Fall konnte jetzt nicht zurückgezogen werden, weil das Zentrum nicht erreichbar ist.</translation>
    </message>
    <message>
        <source>Nothing has changed. Please check the internet connection and try again in a moment, or call us.</source>
        <translation>Es hat sich nichts geändert. Bitte prüfen Sie die Internetverbindung und versuchen Sie es gleich noch einmal, oder rufen Sie uns an.</translation>
    </message>
    <message>
        <source>Sending your images</source>
        <translation>Ihre Bilder werden gesendet</translation>
    </message>
    <message>
        <source>Sending is paused</source>
        <translation>Das Senden ist angehalten</translation>
    </message>
    <message>
        <source>Sending waits for you</source>
        <translation>Das Senden wartet auf Sie</translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>Alles ist gesendet</translation>
    </message>
    <message>
        <source>You need not watch. We send you an e-mail when everything has arrived.</source>
        <translation>Sie müssen nicht zusehen. Wir schicken Ihnen eine E-Mail, wenn alles angekommen ist.</translation>
    </message>
    <message>
        <source>Everything that was prepared is kept. Go on when you like, also tomorrow.</source>
        <translation>Alles, was vorbereitet wurde, bleibt erhalten. Machen Sie weiter, wann Sie möchten, auch morgen.</translation>
    </message>
    <message>
        <source>The programme now compares every image with what left this computer.</source>
        <translation>Das Zentrum vergleicht jetzt jedes Bild mit dem, was diesen Computer verlassen hat.</translation>
    </message>
    <message>
        <source>images sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>images verified</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>You may take the disc out now.</source>
        <translation>Sie können die CD jetzt herausnehmen.</translation>
    </message>
    <message>
        <source>Everything on it has been copied to this computer.</source>
        <translation>Alles, was darauf ist, wurde auf diesen Computer kopiert.</translation>
    </message>
    <message>
        <source>What could be read of it has been copied to this computer.</source>
        <translation>Was davon gelesen werden konnte, ist auf diesen Computer kopiert.</translation>
    </message>
    <message>
        <source>Please keep it: it is yours.</source>
        <translation>Bitte bewahren Sie sie auf: Sie gehört Ihnen.</translation>
    </message>
    <message>
        <source>Please leave the disc in for now.</source>
        <translation>Bitte lassen Sie die CD noch im Laufwerk.</translation>
    </message>
    <message>
        <source>This program is still reading it.</source>
        <translation>Dieses Programm liest sie noch.</translation>
    </message>
    <message>
        <source>You can close the laptop.</source>
        <translation>Sie können den Laptop zuklappen.</translation>
    </message>
    <message>
        <source>Sending goes on when you open it.</source>
        <translation>Das Senden geht weiter, wenn Sie ihn wieder aufklappen.</translation>
    </message>
    <message>
        <source>Pause sending</source>
        <translation>Senden anhalten</translation>
    </message>
    <message>
        <source>Cancel sending</source>
        <translation>Senden abbrechen</translation>
    </message>
    <message>
        <source>Keep sending</source>
        <translation>Weiter senden</translation>
    </message>
    <message>
        <source>Yes, cancel</source>
        <translation>Ja, abbrechen</translation>
    </message>
    <message>
        <source>Cancel this sending?</source>
        <translation>Möchten Sie das Senden abbrechen?</translation>
    </message>
    <message>
        <source>The programme deletes what has arrived, and the amount on your card is released. The disc stays as it is.</source>
        <translation>Das Zentrum löscht, was angekommen ist, und der Betrag auf Ihrer Karte wird wieder freigegeben. Die CD bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The programme deletes what has arrived, and there is nothing to pay. The disc stays as it is.</source>
        <translation>Das Zentrum löscht, was angekommen ist, und Sie bezahlen nichts. Die CD bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>The programme is being asked to delete what has arrived.</source>
        <translation>Wir bitten das Zentrum, alles zu löschen, was angekommen ist.</translation>
    </message>
    <message>
        <source>How much is sent</source>
        <translation>Wie viel gesendet ist</translation>
    </message>
    <message>
        <source>The programme asked for some images once more. They are being sent again by themselves.</source>
        <translation>Das Zentrum hat einige Bilder noch einmal angefordert. Sie werden von selbst erneut gesendet.</translation>
    </message>
    <message>
        <source>The programme cannot be reached at the moment.</source>
        <translation>Das Zentrum ist im Moment nicht erreichbar.</translation>
    </message>
    <message>
        <source>The programme does not answer at the moment.</source>
        <translation>Das Zentrum antwortet im Moment nicht.</translation>
    </message>
    <message>
        <source>The programme&apos;s computer is busy at the moment.</source>
        <translation>Der Computer des Zentrums ist im Moment stark beschäftigt.</translation>
    </message>
    <message>
        <source>The programme has no room at the moment.</source>
        <translation>Das Zentrum hat im Moment keinen freien Speicherplatz.</translation>
    </message>
    <message numerus="yes">
        <source>Send %n file(s)</source>
        <translation>
            <numerusform>Nur %n senden</numerusform>
            <numerusform>Nur %n senden</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count} von {total}</translation>
    </message>
    <message>
        <source>{done} of about {total}</source>
        <translation>{done} von etwa {total}</translation>
    </message>
    <message>
        <source>{size} each second</source>
        <translation>{size} pro Sekunde</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>Noch weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>{low} to %n minute(s) left</source>
        <translation>
            <numerusform>Noch {low} bis %n Minute</numerusform>
            <numerusform>Noch {low} bis %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a short wait.</source>
        <translation>Es dauert einen kleinen Moment.</translation>
    </message>
    <message>
        <source>{why} Nothing is lost; sending goes on by itself.</source>
        <translation>{why} Nichts ist verloren; das Senden geht von selbst weiter.</translation>
    </message>
    <message>
        <source>The internet connection was away for a moment at {clock}. Nothing is lost; sending goes on by itself.</source>
        <translation>Die Internetverbindung war um {clock} Uhr kurz unterbrochen. Nichts ist verloren; das Senden geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Please keep the disc at hand.</source>
        <translation>Bitte halten Sie die CD bereit.</translation>
    </message>
    <message>
        <source>Some of its files could not be copied yet.</source>
        <translation>Einige Dateien darauf konnten noch nicht kopiert werden.</translation>
    </message>
    <message>
        <source>Everything that was prepared is kept. {then}</source>
        <translation>Alles, was vorbereitet wurde, bleibt erhalten. {then}</translation>
    </message>
    <message>
        <source>Something went wrong inside this program.</source>
        <translation>In diesem Programm ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Your images are safe. Please close the program and open it again; if that does not help, call the help line.</source>
        <translation>Ihre Bilder sind sicher. Bitte schließen Sie dieses Programm und öffnen Sie es wieder; wenn das nicht hilft, rufen Sie das Hilfe-Telefon an.</translation>
    </message>
    <message>
        <source>The programme&apos;s computer did not understand this program.</source>
        <translation>Der Computer des Zentrums hat dieses Programm nicht verstanden.</translation>
    </message>
    <message>
        <source>Nothing is lost, and your images are safe here. Please call the programme&apos;s help line.</source>
        <translation>Nichts ist verloren, und Ihre Bilder sind hier sicher. Bitte rufen Sie das Hilfe-Telefon des Zentrums an.</translation>
    </message>
    <message>
        <source>A part of what was sent did not stay at the programme.</source>
        <translation>Ein Teil von dem, was gesendet wurde, ist beim Zentrum nicht erhalten geblieben.</translation>
    </message>
    <message>
        <source>Please go on: it is sent once more.</source>
        <translation>Bitte machen Sie weiter: Dieser Teil wird noch einmal gesendet.</translation>
    </message>
    <message>
        <source>The programme is already further with your case.</source>
        <translation>Das Zentrum ist mit Ihrem Fall schon weiter.</translation>
    </message>
    <message>
        <source>Nothing is lost. Please go on, to see where it stands.</source>
        <translation>Nichts ist verloren. Bitte machen Sie weiter, um zu sehen, wie es steht.</translation>
    </message>
    <message>
        <source>Often the internet connection is away for a while. Nothing is lost. Please check it, then try again.</source>
        <translation>Oft ist nur die Internetverbindung eine Weile unterbrochen. Nichts ist verloren. Bitte prüfen Sie die Verbindung und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Nothing is lost. Please try again in a few minutes.</source>
        <translation>Nichts ist verloren. Bitte versuchen Sie es in einigen Minuten noch einmal.</translation>
    </message>
    <message>
        <source>The programme has no room for more images at the moment.</source>
        <translation>Das Zentrum hat im Moment keinen Speicherplatz für weitere Bilder.</translation>
    </message>
    <message>
        <source>Nothing is lost, and nothing is wrong on your side. Please try again later, or call the help line.</source>
        <translation>Nichts ist verloren, und es liegt nicht an Ihnen. Bitte versuchen Sie es später noch einmal oder rufen Sie das Hilfe-Telefon an.</translation>
    </message>
    <message>
        <source>The connection was interrupted.</source>
        <translation>Die Verbindung wurde unterbrochen.</translation>
    </message>
    <message>
        <source>Please go on.</source>
        <translation>Bitte machen Sie weiter.</translation>
    </message>
    <message>
        <source>A part must be sent once more.</source>
        <translation>Ein Teil muss noch einmal gesendet werden.</translation>
    </message>
    <message>
        <source>Sending has stopped.</source>
        <translation>Das Senden wurde angehalten.</translation>
    </message>
    <message>
        <source>Please go on when you like.</source>
        <translation>Bitte machen Sie weiter, wann Sie möchten.</translation>
    </message>
    <message>
        <source>Stopped before anything was sent.</source>
        <translation>Angehalten, bevor etwas gesendet wurde.</translation>
    </message>
    <message>
        <source>Nothing has changed. You can begin again.</source>
        <translation>Es hat sich nichts geändert. Sie können neu beginnen.</translation>
    </message>
    <message>
        <source>Nothing has moved for some time, so this program has stopped trying.</source>
        <translation>Seit einiger Zeit geht nichts voran, deshalb versucht es dieses Programm vorerst nicht weiter.</translation>
    </message>
    <message>
        <source>Please check the internet connection, then go on.</source>
        <translation>Bitte prüfen Sie die Internetverbindung und machen Sie dann weiter.</translation>
    </message>
    <message>
        <source>The disc cannot be read now.</source>
        <translation>Die CD lässt sich gerade nicht lesen.</translation>
    </message>
    <message>
        <source>Perhaps it was taken out. Nothing is lost. Please put it in again, wait a moment, then go on.</source>
        <translation>Vielleicht wurde sie herausgenommen. Nichts ist verloren. Bitte legen Sie sie wieder ein, warten Sie einen Moment und machen Sie dann weiter.</translation>
    </message>
    <message>
        <source>This program could not write.</source>
        <translation>Dieses Programm konnte nichts schreiben.</translation>
    </message>
    <message>
        <source>This is another disc than the one you began with.</source>
        <translation>Das ist eine andere CD als die, mit der Sie begonnen haben.</translation>
    </message>
    <message>
        <source>Nothing was taken from it. Please put the first one in again, wait a moment, then go on.</source>
        <translation>Von ihr wurde nichts übernommen. Bitte legen Sie die erste wieder ein, warten Sie einen Moment und machen Sie dann weiter.</translation>
    </message>
    <message>
        <source>There are no medical images to send.</source>
        <translation>Es gibt keine medizinischen Bilder zum Senden.</translation>
    </message>
    <message>
        <source>Please go back and tick the images, or choose another disc or folder.</source>
        <translation>Bitte gehen Sie zurück und kreuzen Sie die Bilder an oder wählen Sie eine andere CD oder einen anderen Ordner.</translation>
    </message>
    <message>
        <source>One of the documents you added cannot be opened.</source>
        <translation>Eines der Dokumente, die Sie hinzugefügt haben, lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Nothing was sent. Please take it off the list, or put it back where it was.</source>
        <translation>Es wurde nichts gesendet. Bitte nehmen Sie es aus der Liste oder legen Sie es wieder dorthin, wo es war.</translation>
    </message>
    <message>
        <source>It could not be ejected just now.</source>
        <translation>Das Auswerfen ging gerade nicht.</translation>
    </message>
    <message>
        <source>Perhaps another program still shows what is on it. Nothing is lost. Please press the button on the drive.</source>
        <translation>Vielleicht zeigt ein anderes Programm noch, was darauf ist. Es ist nichts verloren. Bitte drücken Sie den Knopf am Laufwerk.</translation>
    </message>
    <message>
        <source>Some of your images are in a locked ZIP file, and this computer no longer has its password.</source>
        <translation>Einige Ihrer Bilder liegen in einer gesperrten ZIP-Datei, und dieser Computer hat das Passwort nicht mehr.</translation>
    </message>
    <message>
        <source>Nothing is lost. Please cancel and begin again: then you are asked for the password once more.</source>
        <translation>Es ist nichts verloren. Bitte brechen Sie ab und beginnen Sie neu: Dann werden Sie noch einmal nach dem Passwort gefragt.</translation>
    </message>
    <message>
        <source>The file with the passwords cannot be read.</source>
        <translation>Die Datei mit den Passwörtern kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Nothing was sent. Please check that it is a text with one password on each line.</source>
        <translation>Es wurde nichts gesendet. Bitte prüfen Sie, ob es ein Text mit einem Passwort in jeder Zeile ist.</translation>
    </message>
    <message>
        <source>Your details cannot be read.</source>
        <translation>Ihre Angaben lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>Nothing was sent. Please fill them in again.</source>
        <translation>Es wurde nichts gesendet. Bitte füllen Sie sie noch einmal aus.</translation>
    </message>
    <message>
        <source>Some of your details are missing or not quite right.</source>
        <translation>Einige Ihrer Angaben fehlen oder stimmen noch nicht ganz.</translation>
    </message>
    <message>
        <source>Nothing was sent. Please go back to About you, and look at the marked lines.</source>
        <translation>Es wurde nichts gesendet. Bitte gehen Sie zurück zu „Über Sie“ und sehen Sie sich die markierten Zeilen an.</translation>
    </message>
    <message>
        <source>The programme needs your agreement to its present texts.</source>
        <translation>Das Zentrum braucht Ihr Einverständnis mit seinen aktuellen Texten.</translation>
    </message>
    <message>
        <source>Nothing was sent. Please go back to About you, read them, and tick them if you agree.</source>
        <translation>Es wurde nichts gesendet. Bitte gehen Sie zurück zu „Über Sie“, lesen Sie die Texte und kreuzen Sie sie an, wenn Sie einverstanden sind.</translation>
    </message>
    <message>
        <source>Please check whose images these are.</source>
        <translation>Bitte prüfen Sie, wessen Bilder das sind.</translation>
    </message>
    <message>
        <source>The name or the birth date in the images is not plainly the one in your details. Nothing was sent. Please go back and look at both.</source>
        <translation>Der Name oder das Geburtsdatum in den Bildern stimmt nicht eindeutig mit Ihren Angaben überein. Es wurde nichts gesendet. Bitte gehen Sie zurück und sehen Sie sich beides an.</translation>
    </message>
    <message>
        <source>The payment did not work.</source>
        <translation>Die Zahlung hat nicht geklappt.</translation>
    </message>
    <message>
        <source>Your card was not charged, and your images are safe. Please try again, also with another card.</source>
        <translation>Ihre Karte wurde nicht belastet, und Ihre Bilder sind sicher. Bitte versuchen Sie es noch einmal, auch mit einer anderen Karte.</translation>
    </message>
    <message>
        <source>What answered at this address is not the programme.</source>
        <translation>Was unter dieser Adresse geantwortet hat, ist nicht das Zentrum.</translation>
    </message>
    <message>
        <source>Perhaps this network asks you to sign in first: please open any page in your web browser. Otherwise please check the address. Nothing is lost.</source>
        <translation>Vielleicht müssen Sie sich in diesem Netz zuerst anmelden: Bitte öffnen Sie dazu irgendeine Seite in Ihrem Internet-Browser. Andernfalls prüfen Sie bitte die Adresse. Nichts ist verloren.</translation>
    </message>
    <message>
        <source>The connection to this address is not secure, so nothing was sent.</source>
        <translation>Die Verbindung zu dieser Adresse ist nicht sicher, deshalb wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Please check the address: it must begin with https. If it does, please call the programme.</source>
        <translation>Bitte prüfen Sie die Adresse: Sie muss mit https beginnen. Wenn sie das tut, rufen Sie bitte das Zentrum an.</translation>
    </message>
    <message>
        <source>The programme does not accept this computer&apos;s key for your case.</source>
        <translation>Das Zentrum erkennt den Schlüssel dieses Computers für Ihren Fall nicht an.</translation>
    </message>
    <message>
        <source>Nothing is lost. Please call the help line.</source>
        <translation>Nichts ist verloren. Bitte rufen Sie das Hilfe-Telefon an.</translation>
    </message>
    <message>
        <source>The programme has ended this case, so nothing more can be sent to it.</source>
        <translation>Das Zentrum hat diesen Fall beendet, deshalb kann nichts mehr dazu gesendet werden.</translation>
    </message>
    <message>
        <source>If that surprises you, please call the help line. You can clear it from this computer and begin again.</source>
        <translation>Wenn Sie das überrascht, rufen Sie bitte das Hilfe-Telefon an. Sie können den Fall auf diesem Computer löschen und neu beginnen.</translation>
    </message>
    <message>
        <source>This is more than the programme takes in one case.</source>
        <translation>Das ist mehr, als das Zentrum in einem Fall annimmt.</translation>
    </message>
    <message>
        <source>Please go back and choose fewer exams under Check, or call the help line.</source>
        <translation>Bitte gehen Sie zurück und wählen Sie unter „Prüfen“ weniger Untersuchungen, oder rufen Sie das Hilfe-Telefon an.</translation>
    </message>
    <message>
        <source>The programme could not confirm every image, although they were sent several times.</source>
        <translation>Das Zentrum konnte nicht jedes Bild bestätigen, obwohl alle mehrmals gesendet wurden.</translation>
    </message>
    <message>
        <source>Your images are safe here. Please call the help line.</source>
        <translation>Ihre Bilder sind hier sicher. Bitte rufen Sie das Hilfe-Telefon an.</translation>
    </message>
    <message>
        <source>The programme&apos;s receipt does not fit what was sent.</source>
        <translation>Die Empfangsbestätigung des Zentrums passt nicht zu dem, was gesendet wurde.</translation>
    </message>
    <message>
        <source>Nothing was deleted here. Please call the help line.</source>
        <translation>Hier wurde nichts gelöscht. Bitte rufen Sie das Hilfe-Telefon an.</translation>
    </message>
    <message>
        <source>Some files of the disc could not be read.</source>
        <translation>Einige Dateien der CD konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Everything else is kept and waits. You can clean the disc and try again, or send the other files.</source>
        <translation>Alles andere ist aufbewahrt und wartet. Sie können die Disc reinigen und es noch einmal versuchen, oder die anderen Dateien senden.</translation>
    </message>
    <message>
        <source>This computer does not know this case any more.</source>
        <translation>Dieser Computer kennt diesen Fall nicht mehr.</translation>
    </message>
    <message>
        <source>Perhaps it was withdrawn, or begun on another computer. Please begin again, or call the help line.</source>
        <translation>Vielleicht wurde er zurückgezogen oder auf einem anderen Computer begonnen. Bitte beginnen Sie neu oder rufen Sie das Hilfe-Telefon an.</translation>
    </message>
    <message>
        <source>This sending was begun with other details.</source>
        <translation>Diese Sendung wurde mit anderen Angaben begonnen.</translation>
    </message>
    <message>
        <source>Nothing was sent. Please begin again.</source>
        <translation>Es wurde nichts gesendet. Bitte beginnen Sie neu.</translation>
    </message>
    <message>
        <source>A copy that was prepared for sending has disappeared from this computer.</source>
        <translation>Eine Kopie, die zum Senden vorbereitet war, ist von diesem Computer verschwunden.</translation>
    </message>
    <message>
        <source>Please put the disc in again, wait a moment, then go on. If that does not help, cancel and begin again.</source>
        <translation>Bitte legen Sie die CD wieder ein, warten Sie einen Moment und machen Sie dann weiter. Wenn das nicht hilft, brechen Sie ab und beginnen Sie neu.</translation>
    </message>
    <message>
        <source>The picture could not be saved.</source>
        <translation>Das Bild konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Nothing else has changed. Please choose another folder for it, then try again.</source>
        <translation>Sonst hat sich nichts geändert. Bitte wählen Sie dafür einen anderen Ordner und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is no room left on this computer.</source>
        <translation>Auf diesem Computer ist kein Speicherplatz mehr frei.</translation>
    </message>
    <message>
        <source>Nothing is lost. Please delete something that you do not need, then go on.</source>
        <translation>Nichts ist verloren. Bitte löschen Sie etwas, das Sie nicht brauchen, und machen Sie dann weiter.</translation>
    </message>
    <message>
        <source>This program cannot use its own folder on this computer.</source>
        <translation>Dieses Programm kann seinen eigenen Ordner auf diesem Computer nicht benutzen.</translation>
    </message>
    <message>
        <source>Nothing was sent. Please ask somebody who looks after this computer, or call the help line.</source>
        <translation>Es wurde nichts gesendet. Bitte fragen Sie jemanden, der sich um diesen Computer kümmert, oder rufen Sie das Hilfe-Telefon an.</translation>
    </message>
    <message>
        <source>SecondRead is already open.</source>
        <translation>SecondRead ist schon geöffnet.</translation>
    </message>
    <message>
        <source>Please look for its other window: it may be behind this one. Sending goes on there.</source>
        <translation>Bitte suchen Sie das andere Fenster: Vielleicht liegt es hinter diesem. Dort geht das Senden weiter.</translation>
    </message>
    <message>
        <source>It is disc or folder number {number} of yours.</source>
        <translation>Es geht um Ihre CD oder Ihren Ordner Nummer {number}.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the disc could not be read.</source>
        <translation>
            <numerusform>%n Datei der CD konnte nicht gelesen werden.</numerusform>
            <numerusform>%n Dateien der CD konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Find images</source>
        <translation>Bilder finden</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Tell</source>
        <translation>Mitteilen</translation>
    </message>
    <message>
        <source>X-ray film</source>
        <translation>Durchleuchtung</translation>
    </message>
    <message>
        <source>X-ray of vessels</source>
        <translation>Angiografie (Gefäßröntgen)</translation>
    </message>
    <message>
        <source>Nuclear medicine</source>
        <translation>Nuklearmedizin</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Reader&apos;s marks</source>
        <translation>Ärztliche Markierungen</translation>
    </message>
    <message>
        <source>Chosen images</source>
        <translation>Ausgewählte Bilder</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>kind of images</comment>
        <translation>Andere Bilder</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Screen pictures</source>
        <translation>Bildschirmfotos</translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation>Zweitmeinung</translation>
    </message>
    <message>
        <source>No name in the images</source>
        <translation>Kein Name in den Bildern</translation>
    </message>
    <message>
        <source>A name that cannot be read</source>
        <translation>Ein Name, der nicht gelesen werden kann</translation>
    </message>
    <message>
        <source>{page} – {program}</source>
        <comment>the title of the window</comment>
        <translation>{page} – {program}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>you are here</source>
        <translation>Sie sind hier</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>kommt noch</translation>
    </message>
    <message>
        <source>Step {place} of {steps}: {name}, {state}</source>
        <translation>Schritt {place} von {steps}: {name}, {state}</translation>
    </message>
    <message>
        <source>{place} of {steps}, {name}</source>
        <translation>{place} von {steps}, {name}</translation>
    </message>
    <message>
        <source>Call us: {help_line}</source>
        <translation>Hilfe-Telefon: {help_line}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day}. {month} {year}</translation>
    </message>
    <message>
        <source>{weekday} {date}, {clock}</source>
        <translation>{weekday}, {date}, {clock} Uhr</translation>
    </message>
    <message>
        <source>What is missing or cannot be read</source>
        <translation>Was fehlt oder sich nicht lesen lässt</translation>
    </message>
    <message>
        <source>What I ask you for</source>
        <translation>Worum ich Sie bitte</translation>
    </message>
    <message>
        <source>Dear Sir or Madam,</source>
        <translation>Sehr geehrte Damen und Herren,</translation>
    </message>
    <message>
        <source>Thank you for your help. With kind regards,</source>
        <translation>Vielen Dank für Ihre Hilfe. Mit freundlichen Grüßen</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>To (hospital or practice)</source>
        <translation>An (Krankenhaus oder Praxis)</translation>
    </message>
    <message>
        <source>From (name, date of birth)</source>
        <translation>Von (Name, Geburtsdatum)</translation>
    </message>
    <message>
        <source>Telephone or address</source>
        <translation>Telefon oder Anschrift</translation>
    </message>
    <message>
        <source>My images cannot be read, perhaps because the disc is locked</source>
        <translation>Meine Bilder lassen sich nicht lesen, vielleicht weil die CD verschlossen ist</translation>
    </message>
    <message>
        <source>The disc with my images is locked</source>
        <translation>Die CD mit meinen Bildern ist verschlossen</translation>
    </message>
    <message>
        <source>Images on my disc are missing or cannot be read</source>
        <translation>Auf meiner CD fehlen Bilder oder lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>The disc with my images cannot be read</source>
        <translation>Die CD mit meinen Bildern lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>The images are missing on my disc</source>
        <translation>Auf meiner CD fehlen die Bilder</translation>
    </message>
    <message>
        <source>You gave me a disc that should hold the images of my exam. I want to send them to a specialist for a second opinion. The program SecondRead has looked at every file of it. The disc or folder is called: {label}</source>
        <translation>von Ihnen habe ich eine CD, auf der die Bilder meiner Untersuchung sein sollten. Ich möchte sie für eine zweite Meinung an einen Facharzt senden. Das Programm SecondRead hat jede Datei darauf angesehen. Die CD oder der Ordner heißt: {label}</translation>
    </message>
    <message>
        <source>No files at all</source>
        <translation>Keine einzige Datei</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in all, {size}</source>
        <translation>
            <numerusform>insgesamt %n Datei, {size}</numerusform>
            <numerusform>insgesamt %n Dateien, {size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n DICOM object(s)</source>
        <translation>
            <numerusform>%n DICOM-Objekt</numerusform>
            <numerusform>%n DICOM-Objekte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n index file(s) (DICOMDIR)</source>
        <translation>
            <numerusform>%n Verzeichnisdatei (DICOMDIR)</numerusform>
            <numerusform>%n Verzeichnisdateien (DICOMDIR)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of a viewer or web page</source>
        <translation>
            <numerusform>%n Datei eines Anzeigeprogramms oder einer Webseite</numerusform>
            <numerusform>%n Dateien eines Anzeigeprogramms oder einer Webseite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ordinary picture(s), such as JPEG</source>
        <translation>
            <numerusform>%n gewöhnliche Bilddatei, zum Beispiel JPEG</numerusform>
            <numerusform>%n gewöhnliche Bilddateien, zum Beispiel JPEG</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n Video</numerusform>
            <numerusform>%n Videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s), such as PDF</source>
        <translation>
            <numerusform>%n Dokument, zum Beispiel PDF</numerusform>
            <numerusform>%n Dokumente, zum Beispiel PDF</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packed file(s)</source>
        <translation>
            <numerusform>%n gepackte Datei</numerusform>
            <numerusform>%n gepackte Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n locked file(s)</source>
        <translation>
            <numerusform>%n verschlossene Datei</numerusform>
            <numerusform>%n verschlossene Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unreadable file(s)</source>
        <translation>
            <numerusform>%n nicht lesbare Datei</numerusform>
            <numerusform>%n nicht lesbare Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n empty file(s)</source>
        <translation>
            <numerusform>%n leere Datei</numerusform>
            <numerusform>%n leere Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s)</source>
        <translation>
            <numerusform>%n andere Datei</numerusform>
            <numerusform>%n andere Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: {finding}</source>
        <translation>{name}: {finding}</translation>
    </message>
    <message>
        <source>{name}: {size} in a form that is not known, perhaps locked</source>
        <translation>{name}: {size} in unbekanntem Format, vielleicht verschlossen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more exam(s)</source>
        <translation>
            <numerusform>und %n weitere Untersuchung</numerusform>
            <numerusform>und %n weitere Untersuchungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more file(s)</source>
        <translation>
            <numerusform>und %n weitere Datei</numerusform>
            <numerusform>und %n weitere Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>All files that the index (DICOMDIR) names</source>
        <translation>Alle Dateien, die das Verzeichnis (DICOMDIR) nennt</translation>
    </message>
    <message>
        <source>All images of the exam, in the DICOM form</source>
        <translation>Alle Bilder der Untersuchung im Format DICOM</translation>
    </message>
    <message>
        <source>Exam without a name</source>
        <translation>Untersuchung ohne Namen</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>ohne Datum</translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n image(s) missing</source>
        <translation>
            <numerusform>{count} von %n Bild fehlt</numerusform>
            <numerusform>{count} von %n Bildern fehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) missing</source>
        <translation>
            <numerusform>%n Bild fehlt</numerusform>
            <numerusform>%n Bilder fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}, {date}: {missing}</source>
        <comment>an exam on the letter</comment>
        <translation>{name}, {date}: {missing}</translation>
    </message>
    <message>
        <source>Please send the complete exam as DICOM files (DICOM PS3.10), on a disc with an index (DICOMDIR), not as JPEG, PDF or video.</source>
        <translation>Bitte senden Sie mir die vollständige Untersuchung als DICOM-Dateien (DICOM PS3.10) auf einer CD mit Verzeichnis (DICOMDIR), nicht als JPEG, PDF oder Video.</translation>
    </message>
    <message>
        <source>Please check that the new copy was written to its end and can be read.</source>
        <translation>Bitte prüfen Sie, dass die neue Kopie zu Ende geschrieben wurde und sich lesen lässt.</translation>
    </message>
    <message>
        <source>Please send it without a password, or tell me the password by another way than the disc.</source>
        <translation>Bitte senden Sie sie ohne Passwort, oder teilen Sie mir das Passwort auf einem anderen Weg als mit der CD mit.</translation>
    </message>
    <message>
        <source>Made by SecondRead, which sends images to a second-opinion programme. It changed nothing on the disc.</source>
        <translation>Geschrieben mit SecondRead, das Bilder an ein Zentrum für Zweitmeinungen sendet. Auf der CD wurde nichts verändert.</translation>
    </message>
    <message>
        <source>Questions about it: {help_line}</source>
        <translation>Fragen dazu: {help_line}</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exam(s)</source>
        <translation>
            <numerusform>%n Untersuchung</numerusform>
            <numerusform>%n Untersuchungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Byte</numerusform>
        </translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>The disc&apos;s own list names this image, but it is not on the disc.</source>
        <translation>Das Verzeichnis der Disc nennt dieses Bild, aber es ist nicht auf der Disc.</translation>
    </message>
    <message>
        <source>This image is there twice. It is sent once.</source>
        <translation>Dieses Bild ist doppelt vorhanden. Es wird einmal gesendet.</translation>
    </message>
    <message>
        <source>This ZIP file or disc image is damaged. What could be read of it was taken.</source>
        <translation>Diese ZIP-Datei oder dieses CD-Abbild ist beschädigt. Was sich lesen ließ, wurde genommen.</translation>
    </message>
    <message>
        <source>This ZIP file lies too deep inside others. It was not opened.</source>
        <translation>Diese ZIP-Datei liegt zu tief in anderen. Sie wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>This ZIP file claims to hold far more than it can. The rest of it was not read.</source>
        <translation>Diese ZIP-Datei gibt vor, weit mehr zu enthalten, als sie kann. Der Rest wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>This file is blank where it should begin. Perhaps it was lost when the disc was copied. It was not sent.</source>
        <translation>Diese Datei ist leer, wo sie anfangen sollte. Vielleicht ging sie beim Kopieren der Disc verloren. Sie wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>This image is damaged on the disc. It is sent as it is.</source>
        <translation>Dieses Bild ist auf der CD beschädigt. Es wird so gesendet, wie es ist.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Diese Datei ist leer.</translation>
    </message>
    <message>
        <source>This is encrypted. Without the hospital&apos;s password or key it cannot be read.</source>
        <translation>Das hier ist verschlüsselt. Ohne Passwort oder Schlüssel des Krankenhauses lässt es sich nicht lesen.</translation>
    </message>
    <message>
        <source>This file says that it is a medical image, but it cannot be read.</source>
        <translation>Diese Datei soll ein medizinisches Bild sein, lässt sich aber nicht lesen.</translation>
    </message>
    <message>
        <source>This is the disc&apos;s own list of its images, but it cannot be read.</source>
        <translation>Das ist das Verzeichnis der Bilder auf der Disc, aber es lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>This disc image is of a kind that this program cannot read.</source>
        <translation>Dieses CD-Abbild ist von einer Art, die dieses Programm nicht lesen kann.</translation>
    </message>
    <message>
        <source>This is a link to somewhere else. It was not followed.</source>
        <translation>Dies ist nur ein Verweis auf eine andere Stelle. Dort wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>This file is damaged inside its ZIP file or disc image. It was not sent.</source>
        <translation>Diese Datei ist in ihrer ZIP-Datei oder ihrem CD-Abbild beschädigt. Sie wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>This file has an unusual name in its ZIP file. It was taken under a plain one.</source>
        <translation>Diese Datei hat in ihrer ZIP-Datei einen ungewöhnlichen Namen. Sie wurde unter einem einfachen genommen.</translation>
    </message>
    <message>
        <source>This file is packed in a way that this program does not know. It was not sent.</source>
        <translation>Diese Datei ist auf eine Art gepackt, die dieses Programm nicht kennt. Sie wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>There is not enough room on this computer to unpack this file. It was not read, and it is not sent. Please delete something that you do not need, then choose the disc or folder again.</source>
        <translation>Auf diesem Computer ist nicht genug Platz, um diese Datei zu entpacken. Sie wurde nicht gelesen und wird nicht gesendet. Bitte löschen Sie etwas, das Sie nicht brauchen, und wählen Sie dann die Disc oder den Ordner noch einmal.</translation>
    </message>
    <message>
        <source>This is not an ordinary file. It was not read.</source>
        <translation>Dies ist keine gewöhnliche Datei. Sie wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>This file is packed or locked in a way that this program cannot open. If your images are in it, please unpack it and add its folder, or ask the hospital for a new copy.</source>
        <translation>Diese Datei ist so gepackt oder verschlossen, dass dieses Programm sie nicht öffnen kann. Wenn Ihre Bilder darin sind, entpacken Sie sie bitte und fügen Sie ihren Ordner hinzu, oder bitten Sie das Krankenhaus um eine neue Kopie.</translation>
    </message>
    <message>
        <source>This image has the same number as another one on the disc, but is not the same. Both are sent.</source>
        <translation>Dieses Bild hat dieselbe Nummer wie ein anderes auf der Disc, ist aber nicht dasselbe. Beide werden gesendet.</translation>
    </message>
    <message>
        <source>This ZIP file is locked with a password. What is locked in it was not read.</source>
        <translation>Diese ZIP-Datei ist mit einem Passwort verschlossen. Was darin verschlossen ist, wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>This ZIP file is locked, and no password so far opens it. It was not read.</source>
        <translation>Diese ZIP-Datei ist verschlossen, und kein Passwort hat sie bisher geöffnet. Sie wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>This file has changed since it was found. It was not sent.</source>
        <translation>Diese Datei hat sich verändert, seit sie gefunden wurde. Sie wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>This file could not be read from the disc. It was not sent.</source>
        <translation>Diese Datei konnte nicht von der CD gelesen werden. Sie wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>This file is no longer there. It was not sent.</source>
        <translation>Diese Datei ist nicht mehr da. Sie wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>This folder lies too deep inside others. It was not read.</source>
        <translation>Dieser Ordner liegt zu tief in anderen Ordnern. Er wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>This file is larger than the programme takes. It was not sent.</source>
        <translation>Diese Datei ist größer, als das Zentrum annimmt. Sie wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>This image is cut off: a part of it is missing on the disc. It is sent as it is.</source>
        <translation>Dieses Bild ist unvollständig: Ein Teil davon fehlt auf der CD. Es wird so gesendet, wie es ist.</translation>
    </message>
    <message>
        <source>This could not be read.</source>
        <translation>Dies konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Pause</source>
        <comment>stop a moving image</comment>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Marks: what the hospital has drawn or written over the image</source>
        <translation>Markierungen: was das Krankenhaus über das Bild gezeichnet oder geschrieben hat</translation>
    </message>
    <message>
        <source>Brightness of the image</source>
        <translation>Helligkeit des Bildes</translation>
    </message>
    <message>
        <source>Brightness: as set</source>
        <translation>Helligkeit: wie eingestellt</translation>
    </message>
    <message>
        <source>Brightness: by hand</source>
        <translation>Helligkeit: von Hand</translation>
    </message>
    <message>
        <source>setting {number}</source>
        <comment>a brightness without a name</comment>
        <translation>Einstellung {number}</translation>
    </message>
    <message>
        <source>The space bar plays an image that moves, and stops it.</source>
        <translation>Die Leertaste spielt ein bewegtes Bild ab und hält es an.</translation>
    </message>
    <message>
        <source>Brightness: {name}</source>
        <translation>Helligkeit: {name}</translation>
    </message>
    <message>
        <source>A film of one second. It cannot be played here; it is sent all the same.</source>
        <translation>Ein Film von einer Sekunde. Er kann hier nicht abgespielt werden; er wird trotzdem mitgeschickt.</translation>
    </message>
    <message>
        <source>A film of {number} seconds. It cannot be played here; it is sent all the same.</source>
        <translation>Ein Film von {number} Sekunden. Er kann hier nicht abgespielt werden; er wird trotzdem mitgeschickt.</translation>
    </message>
    <message>
        <source>A film of {number} minutes. It cannot be played here; it is sent all the same.</source>
        <translation>Ein Film von {number} Minuten. Er kann hier nicht abgespielt werden; er wird trotzdem mitgeschickt.</translation>
    </message>
</context>
</TS>
