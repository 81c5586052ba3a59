/** Velocity's directives with what they look like when they are inserted; `$0` is where the cursor goes. */
export const directives: readonly { readonly name: string; readonly insert: string; readonly doc: string }[] =
  [
    { name: 'set', insert: 'set($${1:name} = $0)', doc: 'Gives a variable a value.' },
    { name: 'if', insert: 'if($1)\n$0\n#end', doc: 'Only if this is true.' },
    { name: 'elseif', insert: 'elseif($0)', doc: 'Else, if this is true.' },
    { name: 'else', insert: 'else', doc: 'If nothing before was true.' },
    { name: 'end', insert: 'end', doc: 'Closes #if, #foreach and #macro.' },
    {
      name: 'foreach',
      insert: 'foreach($${1:item} in $2)\n$0\n#end',
      doc: 'Once for each element, at most 1000 times; $foreach.index, .count, .hasNext tell where.',
    },
    { name: 'break', insert: 'break', doc: 'Leaves the loop.' },
    { name: 'stop', insert: 'stop', doc: 'Ends the template.' },
    { name: 'macro', insert: 'macro(${1:name})\n$0\n#end', doc: 'A piece to be used by its name.' },
  ]
