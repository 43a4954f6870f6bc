<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n answer(s) need(s) another look</source>
        <translation>
            <numerusform>One answer needs another look</numerusform>
            <numerusform>%n answers need another look</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on with %n image(s)</source>
        <translation>
            <numerusform>Go on with %n image</numerusform>
            <numerusform>Go on with %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{images} found, in %n exam(s).</source>
        <translation>
            <numerusform>{images} found, in %n exam.</numerusform>
            <numerusform>{images} found, in %n exams.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{found} of {images} found, in %n exam(s).</source>
        <translation>
            <numerusform>{found} of {images} found, in %n exam.</numerusform>
            <numerusform>{found} of {images} found, in %n exams.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) that the disc&apos;s own list names is/are not on it: {exams}.</source>
        <translation>
            <numerusform>%n image that the disc&apos;s own list names is not on it: {exams}.</numerusform>
            <numerusform>%n images that the disc&apos;s own list names are not on it: {exams}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more exam(s)</source>
        <comment>after exams of which images are missing</comment>
        <translation>
            <numerusform>%n more exam</numerusform>
            <numerusform>%n more exams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the disc could not be read as usual; see below.</source>
        <translation>
            <numerusform>%n file of the disc could not be read as usual; see below.</numerusform>
            <numerusform>%n files of the disc could not be read as usual; see below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n set(s) of images some numbers are left out; see below.</source>
        <translation>
            <numerusform>In %n set of images some numbers are left out; see below.</numerusform>
            <numerusform>In %n sets of images some numbers are left out; see below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) lie(s) twice on the disc. Each is sent once.</source>
        <translation>
            <numerusform>%n image lies twice on the disc. It is sent once.</numerusform>
            <numerusform>%n images lie twice on the disc. Each is sent once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) lie(s) elsewhere than the disc&apos;s own list says, and was/were found all the same.</source>
        <translation>
            <numerusform>%n image lies elsewhere than the disc&apos;s own list says, and was found all the same.</numerusform>
            <numerusform>%n images lie elsewhere than the disc&apos;s own list says, and were found all the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) is/are not in the disc&apos;s own list, and was/were found all the same.</source>
        <translation>
            <numerusform>%n image is not in the disc&apos;s own list, and was found all the same.</numerusform>
            <numerusform>%n images are not in the disc&apos;s own list, and were found all the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) lie(s) beside them.</source>
        <translation>
            <numerusform>One document lies beside them.</numerusform>
            <numerusform>%n documents lie beside them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s): {finding}</source>
        <translation>
            <numerusform>%n file: {finding}</numerusform>
            <numerusform>%n files: {finding}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) found</source>
        <translation>
            <numerusform>%n image found</numerusform>
            <numerusform>%n images found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) looked at</source>
        <translation>
            <numerusform>%n file looked at</numerusform>
            <numerusform>%n files looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s), still counting</source>
        <translation>
            <numerusform>%n image, still counting</numerusform>
            <numerusform>%n images, still counting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) here can be opened with a password or key only.</source>
        <translation>
            <numerusform>%n file here can be opened with a password or key only.</numerusform>
            <numerusform>%n files here can be opened with a password or key only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) here without any content.</source>
        <translation>
            <numerusform>%n file here without any content.</numerusform>
            <numerusform>%n files here without any content.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) found.</source>
        <translation>
            <numerusform>%n document found.</numerusform>
            <numerusform>%n documents found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ordinary picture(s) found.</source>
        <translation>
            <numerusform>%n ordinary picture found.</numerusform>
            <numerusform>%n ordinary pictures found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) found.</source>
        <translation>
            <numerusform>%n video found.</numerusform>
            <numerusform>%n videos found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) or note(s) found.</source>
        <translation>
            <numerusform>%n report or note found.</numerusform>
            <numerusform>%n reports or notes found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>We looked at %n file(s).</source>
        <translation>
            <numerusform>We looked at %n file.</numerusform>
            <numerusform>We looked at %n files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read.</source>
        <translation>
            <numerusform>%n file could not be read.</numerusform>
            <numerusform>%n files could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read as it (they) should. Check shows more.</source>
        <translation>
            <numerusform>%n file could not be read as it should. Check shows more.</numerusform>
            <numerusform>%n files could not be read as they should. Check shows more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) is (are) kept on this computer and can be sent on.</source>
        <translation>
            <numerusform>%n image is kept on this computer and can be sent on.</numerusform>
            <numerusform>%n images are kept on this computer and can be sent on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(at least %n letter(s))</source>
        <translation>
            <numerusform>(at least %n letter)</numerusform>
            <numerusform>(at least %n letters)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n image(s)</source>
        <translation>
            <numerusform>Send %n image</numerusform>
            <numerusform>Send %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{verified} of %n image(s) arrived and were verified</source>
        <translation>
            <numerusform>{verified} of %n image arrived and were verified</numerusform>
            <numerusform>{verified} of %n images arrived and were verified</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, in %n exam(s)</source>
        <comment>goes on a sentence</comment>
        <translation>
            <numerusform>, in %n exam</numerusform>
            <numerusform>, in %n exams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, with %n report(s)</source>
        <comment>goes on a sentence</comment>
        <translation>
            <numerusform>, with %n report</numerusform>
            <numerusform>, with %n reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(within %n hour(s)).</source>
        <translation>
            <numerusform>(within %n hour).</numerusform>
            <numerusform>(within %n hours).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n file(s)</source>
        <translation>
            <numerusform>Send %n file</numerusform>
            <numerusform>Send %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{low} to %n minute(s) left</source>
        <translation>
            <numerusform>{low} to %n minute left</numerusform>
            <numerusform>{low} to %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the disc could not be read.</source>
        <translation>
            <numerusform>%n file of the disc could not be read.</numerusform>
            <numerusform>%n files of the disc could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exam(s)</source>
        <translation>
            <numerusform>%n exam</numerusform>
            <numerusform>%n exams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in all, {size}</source>
        <translation>
            <numerusform>%n file in all, {size}</numerusform>
            <numerusform>%n files in all, {size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n DICOM object(s)</source>
        <translation>
            <numerusform>%n DICOM object</numerusform>
            <numerusform>%n DICOM objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n index file(s) (DICOMDIR)</source>
        <translation>
            <numerusform>%n index file (DICOMDIR)</numerusform>
            <numerusform>%n index files (DICOMDIR)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of a viewer or web page</source>
        <translation>
            <numerusform>%n file of a viewer or web page</numerusform>
            <numerusform>%n files of a viewer or web page</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ordinary picture(s), such as JPEG</source>
        <translation>
            <numerusform>%n ordinary picture, such as JPEG</numerusform>
            <numerusform>%n ordinary pictures, such as JPEG</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n video</numerusform>
            <numerusform>%n videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s), such as PDF</source>
        <translation>
            <numerusform>%n document, such as PDF</numerusform>
            <numerusform>%n documents, such as PDF</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packed file(s)</source>
        <translation>
            <numerusform>%n packed file</numerusform>
            <numerusform>%n packed files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n locked file(s)</source>
        <translation>
            <numerusform>%n locked file</numerusform>
            <numerusform>%n locked files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unreadable file(s)</source>
        <translation>
            <numerusform>%n unreadable file</numerusform>
            <numerusform>%n unreadable files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n empty file(s)</source>
        <translation>
            <numerusform>%n empty file</numerusform>
            <numerusform>%n empty files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s)</source>
        <translation>
            <numerusform>%n other file</numerusform>
            <numerusform>%n other files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more exam(s)</source>
        <translation>
            <numerusform>and %n more exam</numerusform>
            <numerusform>and %n more exams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more file(s)</source>
        <translation>
            <numerusform>and %n more file</numerusform>
            <numerusform>and %n more files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of %n image(s) missing</source>
        <translation>
            <numerusform>{count} of %n image missing</numerusform>
            <numerusform>{count} of %n images missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) missing</source>
        <translation>
            <numerusform>%n image missing</numerusform>
            <numerusform>%n images missing</numerusform>
        </translation>
    </message>
</context>
</TS>
