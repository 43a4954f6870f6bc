<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>About you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on to payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few more questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports you have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you agree to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient&apos;s health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to expect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About ten minutes in all. What you write is kept on this computer until you send it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We compare the name and the date of birth with the images, so that nobody else&apos;s images are sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you write cannot be kept on this computer now. Please do not close the program before you send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are sending your own images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are sending for someone else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose images are these?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of someone I care for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change: I am sending images of someone I care for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change: I am sending my own images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the opinion about?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What else is it about?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why do you want a second opinion, and what is your question?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symptoms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Illnesses, operations and treatments so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything else we should know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(you who care for the patient)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(day, month, year)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(one or more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <comment>sex</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I would rather not say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mammogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X-ray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PET</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ultrasound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please say whose images these are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write your own name, so that we know who is sending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write the first name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write the last name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write the date of birth: day, month and year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose one; “I would rather not say” is an answer too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write an e-mail address, so that our answer can reach you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write a phone number, so that we can call you if something is unclear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write the postal address: street, town and country.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please tick at least one; “Something else” is an answer too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write what else it is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write what you want to know. A few words are enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is longer than we can take. Please shorten it a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a character in it that cannot be printed, perhaps from copying. Please write it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose one of the answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such day. Please write it like 3, March, 1951, with all four digits of the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This day is still to come. Please look at the year again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is more than 130 years ago. Please look at the year again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme does not ask this any more. Please look through your answers once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose images these are is not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sex is not chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the opinion is about is not ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Something else” needs a few words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds a character that cannot be printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one of the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a day of the calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is still to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is too long ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not quite right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not asked any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose images these are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The postal address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the opinion is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What else it is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text about symptoms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text about illnesses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text under “anything else”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} {fault}</source>
        <comment>a line of the summary</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer to the programme</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) need(s) another look</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This address ends after “{end}”, so our answer could not reach you. Write all of it, like name@example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no @ in this address, so our answer could not reach you. Write it like name@example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our answer could not reach this address. Please write one address, without spaces, like name@example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no @</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports, letters or pictures that you have as files. PDF, Word, JPEG and PNG can be sent. (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop files anywhere on this page, or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a PDF, a Word document or a picture. If it is important, please call us: we find a way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not added: it is an image of an exam.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please go back to Find images and add the folder it is in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not added: it is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme takes files up to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was not added: it cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps another program holds it, or its disc was taken out. Please close that program and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is on the list already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is sent once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please read each text and tick it if you agree. Nothing is ticked for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please read this and tick it; without it we may not take your images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, text to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I agree to the terms and conditions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I agree to the privacy policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have the right to share this study, and I understand that it will be shared with {programme}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this programme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I understand that I will be charged {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” is not ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These images belong to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, this is me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone I care for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose other images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These images carry no name and no date of birth. Are they yours?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please look at the dates and the pictures below. If you are not sure, please ask the hospital.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then these are not the right images. Nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose other images, or look whether the hospital gave you another disc. You can also call us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We send the images of one person at a time, so nothing is ticked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send these instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the same person: send both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hospitals sometimes put two people on one disc. We send only the images of the person you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of these images carry no name. Whose do you want to send?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exams and sets of images. Space ticks, the right arrow opens an exam.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents found with the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set of images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First choose a person above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First answer the question above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First tick at least one exam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First choose other images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with these images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag: brightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click: reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an exam on the left to look at it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys page through the images, Page Up and Page Down by ten. Shift with the arrow keys changes the brightness, Escape puts it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be read from the disc at the moment. Is the disc still in?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This part of the exam holds no picture: a report, for example. It is sent all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a film, which cannot be shown here. It is sent all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of image cannot be shown here. It is sent all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This image is damaged, so it cannot be shown. It is sent all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This image is too large to be shown here. It is sent all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This image is not there, although its file says so. The file is sent all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of document cannot be shown here. If it is ticked, it is sent all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document cannot be opened here. If it is ticked, it is sent all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document is too large to be shown here. If it is ticked, it is sent all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>four</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>five</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>six</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {born}</source>
        <comment>a person</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>born {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no date of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people}. Is this you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people}: this is you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people}: someone you care for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own images, without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images of someone you care for, without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This disc holds images of {number} people. Whose do you want to send?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These discs hold images of {number} people. Whose do you want to send?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These images belong to {wanted}, not to {current}. What do you want to send?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Go on with %n image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{images} found, in %n exam(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the disc could not be read as usual; see below.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) lie(s) beside them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s): {finding}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Image {number}
of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame {number}
of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {number}
of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where are your images?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the hospital&apos;s disc into this computer, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder or disc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the disc drive, on a USB stick, or on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add another disc or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If your images came in several parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can also drag a folder to any place in this window. Nothing is sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where are the images?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read this disc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this computer&apos;s disc drive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check these images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on when everything has been read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a place with images first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it once more, or take it off the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are images that have not arrived yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disc {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disc</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) looked at</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{title}, {date}</source>
        <comment>an exam</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n image(s), still counting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{action}: {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please check that this is the disc with your images. If it is, ask the hospital for a new copy: a disc with the images themselves, in the form that is called DICOM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no medical images here: the place is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>We looked at %n file(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them is (are) a document or picture.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There are no medical images here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read as it (they) should. Check shows more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{place} is on the list already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose another folder or disc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) is (are) kept on this computer and can be sent on.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Case {number}: {kept}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which programme do you send to?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You find the address in the letter or e-mail of your second-opinion programme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example secondopinion.hospital.example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an address. It looks like secondopinion.hospital.example, without spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the programme who it is. This takes a few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program tries again by itself every few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can go wrong by looking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves this computer before you have agreed to it under About you. You can go back at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can stop at any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window when you like. What you did is kept, and goes on when you open this program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hospital&apos;s disc goes into this computer&apos;s disc drive. Without a drive, somebody can copy the disc to a USB stick for you, all folders of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk to a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please call the programme that asked for your images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to your step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed cannot be kept on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can stay and send it now. To leave without it, close the window once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is on the disc is not what was there before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images are missing or new, or it is another disc. Please look at the exams below once more before you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address: {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call {help_line}. Have this window before you; nobody needs to see your images for that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are these the right images?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct what I typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A letter, the order of the names, or the date is not quite right in the form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are not the right images. Nothing has been sent; go back and choose others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another disc or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the same person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please say why the images carry something else. Our team reads it together with the images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people can have the same name; the date of birth tells them apart. Only go on if you are certain that these images are the right person&apos;s, and write how the other date came about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name changed, for example by marriage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is spelled in another way, or shortened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hospital made a mistake in the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First choose a reason above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First write the reason above</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>(at least %n letter(s))</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been sent. Sometimes a disc holds the images of somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen images belong to more than one person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name and the date of birth in the images are not the ones you typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date of birth in the images is not the one you typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name in the images is not quite the one you typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please look whose images these are: they carry no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can take the images of one person in one case. Nothing has been sent; please go back and choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{safe} Please compare:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One fee for your case. It pays for the work of our team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your card is authorised today and charged only when our team accepts your case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You get an invoice from us after our team has accepted your case. There is nothing to pay today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to pay for this programme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can send your images now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your web browser opens a page of the payment company. You write your card number there; this program never sees it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First tick the box above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the payment page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the page again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on to sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep my case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is copied. Paste it into your web browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing your case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please pay in your web browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment page has opened there. When you have paid, come back here: this window goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment is still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please open the payment page and pay there. Your images are kept, and sending goes on afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your web browser did not open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please copy the address below, and paste it into a web browser on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed the page before paying? Nothing is lost: open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you. Your card is authorised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been charged yet. Your images are on their way; we show them in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your card was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was charged, and your images are safe. Your bank can tell you why. You can try again, also with another card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was charged, and your images are safe. You can open the payment page once more, or cancel your case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do you want to cancel this case?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is withdrawn at the programme and cleared from this computer. Nothing is charged. What you filled in is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling your case…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme is being told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme cannot be reached at the moment. This window tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your bank sets {amount} aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your card is charged {amount}, once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount is released and you pay nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Send %n image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Your images have arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your case number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the case number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our team looks through your images and accepts your case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A specialist reads them and writes your second opinion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We send you an e-mail when you can read it. It never says what is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed your mind?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw this case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then the amount on your card is released.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then nobody looks at your images any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the receipt (PDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the programme for your receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your images have arrived, but the receipt cannot be fetched at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write the case number down, or ask again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdraw this case?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody reads your images then, and the programme deletes them. The disc stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawing your case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipt is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You find it where you put it, and can print it from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipt could not be written there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please choose another place, for example Documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You hear from us by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint of all that was sent (SHA-256)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{verified} of %n image(s) arrived and were verified</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, in %n exam(s)</source>
        <comment>goes on a sentence</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, with %n report(s)</source>
        <comment>goes on a sentence</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(within %n hour(s)).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Receipt {number}.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending your images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending waits for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You need not watch. We send you an e-mail when everything has arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that was prepared is kept. Go on when you like, also tomorrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme now compares every image with what left this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may take the disc out now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything on it has been copied to this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please leave the disc in for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program is still reading it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can close the laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending goes on when you open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send without them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel this sending?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme deletes what has arrived, and the amount on your card is released. The disc stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme is being asked to delete what has arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme asked for some images once more. They are being sent again by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme cannot be reached at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme does not answer at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme&apos;s computer is busy at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme has no room at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of about {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} each second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{low} to %n minute(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is a short wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} Nothing is lost; sending goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The internet connection was away for a moment at {clock}. Nothing is lost; sending goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that was prepared is kept. {then}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your images are safe. Please close the program and open it again; if that does not help, call the help line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme&apos;s computer did not understand this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost, and your images are safe here. Please call the programme&apos;s help line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of what was sent did not stay at the programme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please go on: it is sent once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme is already further with your case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost. Please go on, to see where it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Often the internet connection is away for a while. Nothing is lost. Please check it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost. Please try again in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme has no room for more images at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost, and nothing is wrong on your side. Please try again later, or call the help line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part must be sent once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending has stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please go on when you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before anything was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has changed. You can begin again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has moved for some time, so this program has stopped trying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please check the internet connection, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disc cannot be read now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps it was taken out. Nothing is lost. Please put it in again, wait a moment, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program could not write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is another disc than the one you began with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken from it. Please put the first one in again, wait a moment, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no medical images to send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please go back and tick the images, or choose another disc or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the documents you added cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Please take it off the list, or put it back where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your details cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Please fill them in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of your details are missing or not quite right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Please go back to About you, and look at the marked lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme needs your agreement to its present texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Please go back to About you, read them, and tick them if you agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please check whose images these are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name or the birth date in the images is not plainly the one in your details. Nothing was sent. Please go back and look at both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment did not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your card was not charged, and your images are safe. Please try again, also with another card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answered at this address is not the programme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps this network asks you to sign in first: please open any page in your web browser. Otherwise please check the address. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to this address is not secure, so nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please check the address: it must begin with https. If it does, please call the programme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme does not accept this computer&apos;s key for your case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost. Please call the help line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme has ended this case, so nothing more can be sent to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If that surprises you, please call the help line. You can clear it from this computer and begin again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is more than the programme takes in one case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Please go back to Check and choose fewer exams, or call the help line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme could not confirm every image, although they were sent several times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your images are safe here. Please call the help line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme&apos;s receipt does not fit what was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was deleted here. Please call the help line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some files of the disc could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else is kept and waits. You can clean the disc and try again, or send the rest without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer does not know this case any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps it was withdrawn, or begun on another computer. Please begin again, or call the help line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sending was begun with other details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Please begin again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy that was prepared for sending has disappeared from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please put the disc in again, wait a moment, then go on. If that does not help, cancel and begin again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost. Please delete something that you do not need, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program cannot use its own folder on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent. Please ask somebody who looks after this computer, or call the help line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SecondRead is already open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please look for its other window: it may be behind this one. Sending goes on there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is disc or folder number {number} of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the disc could not be read.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Find images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X-ray film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X-ray of vessels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nuclear medicine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reader&apos;s marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <comment>kind of images</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second opinion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name in the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{page} – {program}</source>
        <comment>the title of the window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you are here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {place} of {steps}: {name}, {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {steps}, {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call us: {help_line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weekday} {date}, {clock}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exam without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exam(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This image is damaged on the disc. It is sent as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file says that it is a medical image, but it cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a link to somewhere else. It was not followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an ordinary file. It was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file has changed since it was found. It was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file could not be read from the disc. It was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is no longer there. It was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder lies too deep inside others. It was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is larger than the programme takes. It was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This image is cut off: a part of it is missing on the disc. It is sent as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
